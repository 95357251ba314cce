"""x"""
from job import Job

def gather(job: Job) -> None:
    pass
