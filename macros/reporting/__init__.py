"""What a pull request is told: problems at their lines, and what a change does to the site."""
