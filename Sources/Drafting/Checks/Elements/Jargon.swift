extension Detector {
  /// So many technical words that a business reader loses the main point.
  static let jargon = Detector(
    "jargon", label: "technical words", isFault: true,
    [
      "term": [
        "index|indexer|indexers|daemon|kb|mb|gb|session|sessions|subdomain|credential|credentials|algorithm|sync|synchronization|parameter|parameters|telemetry|hardcoded|ddos|botnet|autoscaled|serverless|bandwidth|checksum|api|apis|sdk|sdks|dns|cdn|ci|cd|cli|http|https|tcp|udp|ssl|tls|ssh|sql|json|yaml|xml|regex|url|urls|uri|cookie|cookies|token|tokens|hash|hashing|hashed|payload|payloads|endpoint|endpoints|backend|frontend|middleware|repository|repositories|repo|repos|commit|commits|git|github|branch|merge|merged|deploy|deployed|deploys|deployment|rollback|rollout|database|databases|postgres|postgresql|mysql|redis|kafka|kubernetes|docker|container|containers|pod|pods|cluster|clusters|node|nodes|shard|shards|replica|replicas|replication|cache|caches|cached|caching|ttl|config|configs|nginx|proxy|firewall|latency|throughput|timeout|timeouts|retry|retries|thread|threads|memory|cpu|disk|filesystem|kernel|compiler|crate|crates|package|packages|library|libraries|dependency|dependencies|binary|binaries|build|builds|script|scripts|plugin|cron|queue|queues|webhook|webhooks|schema|migration|failover|load-balancer|balancer|vm|vms|ip|cidr|bgp|router|routing|oauth|2fa|sso|saml|jwt|mfa|auth|authentication|encryption|encrypted|cryptographically|plaintext|key|keys|pr|prs|pull|linter|static|runtime|async|asynchronous|exception|exceptions|stack|trace|traces|log|logs|metrics|instrumentation|observability|server|servers|origin|header|headers|domain|namespace|namespaces|sandbox|staging|production|infrastructure|upstream|downstream|localstorage|javascript|python|rust|rustc|java|node|npm|bot|action|workflow|pipeline|pipelines|lsp|ide|vulnerability|exploit|exploited|cve|injection|arbitrary|parser|parse|diff"
      ],
      "acronym": ["<acro>"],
    ]
  ) { evidence in
    let terms = (evidence.hits["term"] ?? []) + (evidence.hits["acronym"] ?? [])
    let words = max(1, evidence.text.tokens.count)
    let kinds = Set(
      (evidence.hits["term"] ?? []).compactMap { evidence.text.tokens[$0.tokens].first?.id })
    // Five different terms, and one word in twenty: found by trying.
    guard kinds.count >= 5, terms.count * 20 >= words else { return [] }
    return terms.prefix(1).map(evidence.carrier)
  }
}
