"""The cells of the editor of a route remember which of them is open."""

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from mxgui.ui.route_cells import ROW, RouteCells


def test_the_open_cell_is_known_until_it_is_closed(qtbot):
    tree = QTreeWidget()
    tree.setHeaderLabels(["Host"])
    qtbot.addWidget(tree)
    cells = RouteCells(tree)
    tree.setItemDelegate(cells)
    item = QTreeWidgetItem(["mx1.example.org"])
    item.setFlags(item.flags() | item.flags().ItemIsEditable)
    tree.addTopLevelItem(item)
    tree.show()
    assert cells.editor is None
    tree.editItem(item, 0)
    editor = cells.editor
    assert editor is not None
    assert editor.accessibleName() == "Host"
    tree.closeEditor(editor, cells.EndEditHint.NoHint)
    qtbot.waitUntil(lambda: cells.editor is None)
    assert tree.visualItemRect(item).height() >= ROW
