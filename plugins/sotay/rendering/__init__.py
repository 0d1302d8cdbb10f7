"""Values to text: pages, the control block, findings, reports."""
