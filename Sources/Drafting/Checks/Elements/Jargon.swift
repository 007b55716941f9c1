extension Detector {
  /// So many technical words that a business reader loses the main point.
  static let jargon = Detector(
    "jargon", label: "technical words", isFault: true,
    [
      "term": [
        "hypervisor|hypervisors|validator|validators|relayer|relayers|blockchain|testnet|mainnet|logrotate|debug|debugging|hotfix|hotfixes|regressions|rollbacks|typeerror|stacktrace|segfault|tarball|webpack|bundler|symlink|toolchains|monorepo|changelog|semver|cosmovisor|bot|bots|sudo|localhost|uptime|telemetry|ipv6|sharding|clustering|failsafe|multiplexing|fetch|wrapper|callback|callbacks|async|subprocess|kernel|logins|dataset|on-call|back-end|front-end|load-balancer|read-only|rate-limit|rate-limiting|rate-limited|open-source|subnets|cisco|juniper|junos|ospf|dhcp|ntp|ldap|sso|s3|ec2|rds|dynamodb|cassandra|elasticsearch|rabbitmq|memcached|haproxy|envoy|terraform|ansible|helm|istio|prometheus|grafana|argocd|linux|debian|ubuntu|bios|ssd|nvme|iops|oom|jvm|gpu|quic|grpc|graphql|websocket|cors|csrf|xss|acl|iam|kms|ocsp|crl|autoscaler|loadbalancer|reindex|reindexing|read-only|failovers|virtual|redeployed|azure|transit|routes|ipv4|ipv6|upstreams|uplink|uplinks|arp|vpn|vlan|hypervisor|etcd|raft|interoperability|canonicalised|canonicalized|ingest|ack|acks|algorithm|api|apis|arbitrary|async|asynchronous|asn|auth|autoscaled|autoscaling|autovacuum|backend|backends|balancer|bgp|binaries|binary|botnet|brownout|brownouts|buffer|buffers|bytecode|bytes|cache|cached|caches|caching|canary|cdn|checksum|ci|cidr|cli|cluster|clusters|codebase|codemod|commit|commits|compile|compiled|compiler|concurrency|config|configs|container|containers|cpu|cron|cryptographically|cve|daemon|database|databases|ddos|deadlock|dependencies|deploy|deployed|deploying|deployment|deployments|deploys|deserialization|dispatcher|dns|docker|endpoint|endpoints|exception|exceptions|exfiltrated|exploit|exploited|failover|federation|filesystem|firewall|firmware|flag|flags|frontend|fsck|gateway|git|gitlab|github|hardcoded|hash|hashed|hashes|hashing|header|headers|heap|homeserver|homeservers|http|https|idempotent|idempotency|indexer|indexers|ingestion|ingress|injection|instrumentation|java|javascript|json|jwt|kafka|kernel|kubernetes|latency|lease|linter|localhost|localstorage|malware|merge|merged|metadata|metrics|mfa|microservice|middleware|migration|migrations|mutex|mysql|namespace|namespaces|nginx|node|nodes|npm|oauth|observability|orchestration|packet|packets|parse|parser|partition|patch|patched|payload|payloads|pipeline|pipelines|plaintext|plugin|plugins|pod|pods|pool|postgres|postgresql|production|propagation|proxy|python|query|queries|queue|queues|quorum|raid|rate-limit|rebalance|redis|refactor|refactored|regex|replica|replicas|replication|repo|repos|repositories|repository|retries|retry|rollback|rollout|router|routers|routing|runtime|rust|rustc|saml|sandbox|savepoint|schema|sdk|sdks|serialization|server|servers|serverless|shard|shards|snapshot|snapshots|socket|sql|ssh|ssl|stack|staging|subdomain|subnet|sync|synchronization|tcp|telemetry|thread|threads|throughput|throttling|timeout|timeouts|tls|token|tokens|toolchain|tooling|topology|trace|traces|ttl|udp|unencrypted|upstream|url|urls|vcs|vm|vms|vulnerability|webhook|webhooks|xml|yaml"
      ],
      "mild": [
        "account|accounts|action|actions|application|authentication|backup|backups|bandwidth|bot|branch|branches|bug|bugs|build|builds|build|client|clients|cookie|cookies|crate|crates|credential|credentials|crate|data|decrypt|disk|domain|domains|dump|encrypted|encryption|error|errors|event|events|filter|filtering|fix|host|hosts|ide|index|indexes|infrastructure|instance|instances|ip|key|keys|libraries|library|library|limits|load|log|logs|memory|network|networks|package|packages|parameter|parameters|permissions|platform|pr|prs|process|processes|project|projects|pull|push|pushed|registry|release|releases|request|requests|restart|restarted|root|script|scripts|session|sessions|sha|software|source|static|storage|test|tests|traffic|user|users|version|versions|web|workflow|workflows"
      ],
      "acronym": ["<acro>"],
    ]
  ) { evidence in
    let terms = evidence.hits["term"] ?? []
    let first = terms.first ?? evidence.hits["acronym"]?.first
    guard let first else { return [] }
    func token(_ hit: CueMachine.Hit) -> CueToken? { evidence.text.tokens[hit.tokens].first }
    var kinds = Set(terms.compactMap(token).map(evidence.reading.spelling))
    let acronyms = (evidence.hits["acronym"] ?? []).compactMap(token).filter {
      $0.id == 0 && $0.end - $0.start <= 6
    }
    // A name said again ("PyPI") is no further word to stumble on.
    let names = Dictionary(
      evidence.text.tokens.filter { evidence.reading.isName($0) }.map {
        (evidence.reading.spelling($0), $0)
      }, uniquingKeysWith: { first, _ in first }
    ).values
    kinds.formUnion((acronyms + Array(names)).map(evidence.reading.spelling))
    let code = evidence.reading.codeSpans
    let score =
      Double(terms.count + acronyms.count + names.count) + 0.5 * Double(code)
      + 0.25 * Double(evidence.hits["mild"]?.count ?? 0)
    // Five kinds of technical words, and one word in thirty; of four, one in twenty: found on the labelled messages.
    let share = kinds.count + code >= 5 ? 30.0 : 20.0
    guard kinds.count + code >= 4, score * share >= Double(max(1, evidence.text.tokens.count))
    else {
      return []
    }
    return [evidence.carrier(first)]
  }
}

extension Reading {
  /// Whether a word no cue knows is a name out of code or of a machine: "autobegin2", "dns_cache", "fsckOnPush".
  func isName(_ token: CueToken) -> Bool {
    guard token.id == 0, token.end - token.start > 2 else { return false }
    var letters = false
    var mixed = false
    for index in Int(token.start)..<Int(token.end) {
      switch masked[index] {
      case 97...122: letters = true
      case 65...90: if letters { mixed = true }
      case 48...57, 95: if index > Int(token.start), letters { mixed = true }
      default: break
      }
    }
    return letters && mixed
  }

  /// Tells words apart by their letters.
  func spelling(_ token: CueToken) -> UInt64 {
    Hash.of(masked[Int(token.start)..<Int(token.end)].lazy.map { $0 | 32 })
  }

  /// How many pieces of code stand in the text.
  var codeSpans: Int {
    var count = 0
    let mark = UInt8(ascii: "`")
    for index in bytes.indices
    where bytes[index] == mark && masked[index] == 1 && (index == 0 || bytes[index - 1] != mark) {
      count += 1
    }
    return count / 2
  }
}
