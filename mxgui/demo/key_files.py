"""The files that let other programs trust the demo network, as it names them in a folder."""

CA_FILE = "demo-ca.pem"  # the authority behind its certificates
ANCHOR_FILE = "demo-root.ds"  # the key of its root, as DS records
