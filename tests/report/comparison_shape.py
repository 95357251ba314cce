"""The shape of a comparison of planned records in the JSON of format 1, as `misfit` has shapes."""

NULL = type(None)
NUMBER = (int, float)
STATUS = {
    "noerror",
    "nodata",
    "nxdomain",
    "servfail",
    "refused",
    "timeout",
    "bad_answer",
    "loop",
    "not_asked",
}
VERDICT = {"flows", "degraded", "queues", "bounces", "takes_no_mail", "unknown"}
CHANGED = {"id": str, "severity": str, "subject": str}
COMPARISON = {
    "published": [{"preference": int, "host": str}],
    "published_status": STATUS,
    "hosts": [
        {
            "host": str,
            "change": {"added", "moved", "same", "removed"},
            "published": [int],
            "planned": [int],
            "first_published": (*NUMBER, NULL),
            "first_planned": NUMBER,
        }
    ],
    "verdict": {"published": (VERDICT, NULL), "planned": VERDICT},
    "findings": (
        {
            "come": [CHANGED],
            "go": [CHANGED],
            "changed": [{**CHANGED, "published_severity": str}],
        },
        NULL,
    ),
    "not_judged": [str],
}
