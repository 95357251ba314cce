"""Documents out of facts: the same inspection as JSON, HTML, a picture or plain text.

This floor reads no network and asks no clock. What any document says is put together once, in
`report`; a file on the shelf `exporters` only gives it its form. Only `paint` knows Qt, and loads
it when a picture is painted.

- `report`: an inspection with all that is computed from it
- `contract`: the JSON of format 1
- `svg`, `paint`: the picture of the route
- `saved`: an inspection out of a saved document
- `saved_names`: which argument names such a document
- `files`: a file written whole or not at all
- `qt_libraries`, `qt_letters`: what is said when Qt cannot be loaded, and what it is told before
"""
