"""An answer becomes a reply: summary, citations, links, splitting. The only place that writes markup."""
