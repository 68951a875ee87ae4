"""Exact, cited figures from the yearly rule-of-law reports of China's justice bureaus."""
