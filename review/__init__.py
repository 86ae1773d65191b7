"""What people see: pages, notices, reports."""
