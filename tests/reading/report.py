"""A report's metadata for tests that need any."""

from bot.model import Report

REPORT = Report(
    id="r", title="某县司法局2024年工作总结", issuer="某县司法局", region="某县", adcode="440881", year=2024
)
