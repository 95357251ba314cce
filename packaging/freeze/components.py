"""x"""
from job import Job

def write(job: Job) -> None:
    pass
