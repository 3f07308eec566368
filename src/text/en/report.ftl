## The after-action report.
