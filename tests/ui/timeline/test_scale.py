"""The scale shows all of the axis until somebody zooms."""

from mxgui.ui.timeline.scale import Scale


def a_scale() -> Scale:
    scale = Scale()
    scale.take(10.0, growing=False)
    return scale


def test_all_is_seen_and_goes_on_being_seen_while_it_grows(qtbot):
    scale = a_scale()
    with qtbot.waitSignal(scale.changed):
        scale.take(20.0, growing=False)
    assert scale.axis == scale.whole
    with qtbot.assertNotEmitted(scale.changed):
        scale.take(20.0, growing=False)


def test_what_was_zoomed_to_stays_while_more_comes():
    scale = a_scale()
    scale.zoom(2.0, 0.0)
    seen = scale.axis
    assert scale.is_zoomed
    scale.take(20.0, growing=False)
    assert scale.axis == seen


def test_shrinking_to_the_whole_is_seeing_all_again():
    scale = a_scale()
    scale.zoom_in()
    scale.zoom_out()
    assert not scale.is_zoomed
    scale.zoom_in()
    scale.fit()
    assert not scale.is_zoomed


def test_it_moves_by_a_part_of_what_is_seen():
    scale = a_scale()
    scale.zoom(4.0)
    begin = scale.axis.begin
    scale.later()
    assert scale.axis.begin > begin
    scale.earlier()
    assert abs(scale.axis.begin - begin) < 1e-9
    scale.move_to(1.0)
    assert scale.axis.begin == 1.0


def test_nothing_is_told_where_nothing_changes(qtbot):
    scale = a_scale()
    with qtbot.assertNotEmitted(scale.changed):
        scale.fit()
        scale.later()
