"""How a printed edition leaves briefer: to a folder, by mail, and when the system's clock says so."""
