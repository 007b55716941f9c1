/// The classes of words that cues name with `@`.
///
/// `~verb` stands for all forms of a verb, `^verb` for its past and participle.
enum Lexicon {
  /// What `@class` lists, or the forms of `~verb` and `^verb`.
  static func members(of text: String) -> [String] {
    let name = String(text.dropFirst())
    switch text.first {
    case "@" where name == "past": return Inflection.irregularPasts
    case "@":
      return (classes[name] ?? "").utf8.split(separator: UInt8(ascii: " ")).map {
        String(Substring($0))
      }
    case "~": return Inflection.all(name)
    default: return Inflection.past(name)
    }
  }

  /// Words so frequent that a search never starts from them if it can help it.
  static let common = [
    "a", "am", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "do", "did", "for",
    "from", "had", "has", "have", "i", "if", "in", "is", "it", "me", "my", "no", "not", "of", "on",
    "or", "our", "that", "the", "their", "there", "they", "this", "to", "us", "was", "we", "were",
    "what", "when", "which", "who", "will", "with", "would", "you", "your",
  ]

  private static let classes: [String: String] = [
    "negation": "not never no none neither nor cannot without unable nobody",
    "we": "we i",
    "our": "our my",
    "us": "us me",
    "team":
      "team staff engineers engineer crew drivers driver colleagues office warehouse department",
    "be": "am is are was were be been being",
    "was": "was were been is are being got",
    "have": "have has had having",
    "will": "will shall would",
    "they": "you customers customer users user clients client people guests guest patients "
      + "passengers travellers members member subscribers readers tenants residents students "
      + "parents shoppers buyers everyone teams accounts many some",
    "month": "january february march april june july august september october november december "
      + "jan feb mar apr jun jul aug sep sept oct nov dec may",
    "weekday":
      "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun "
      + "mondays tuesdays wednesdays thursdays fridays",
    "day":
      "@weekday today tomorrow yesterday tonight morning afternoon evening noon midday midnight",
    "unit": "minute minutes hour hours day days week weeks month months second seconds",
    "soon": "soon shortly later asap",
    // What goes wrong.
    "event":
      "outage outages incident incidents error errors mistake mistakes failure failures fault "
      + "faults delay delays problem problems issue issues bug bugs breach leak disruption "
      + "disruptions downtime interruption interruptions degradation glitch crash crashes mix-up "
      + "shortage recall cancellation accident overcharge miscommunication vulnerability "
      + "vulnerabilities flaw defect defects contamination closure strike attack phishing "
      + "slowdown breakdown overbooking misprint typo regression misconfiguration exposure "
      + "compromise confusion oversight shortfall deprecation shutdown increase",
    "failed":
      "^fail ^break ^crash ^stop ^lose ^delay ^miss ^leak ^expose ^delete ^overcharge ^drop "
      + "^corrupt ^damage ^cancel ^overbook ^mislabel ^misplace ^interrupt ^disrupt ^degrade "
      + "^compromise ^overload ^freeze ^stall ^omit ^mishandle ^misconfigure ^misroute ^duplicate "
      + "^forget ^suspend ^hang ^block ^deny ^reject ^fall ^close ^discontinue ^deprecate ^recall "
      + "^remove ^revoke ^bill ^overbill ^charge ^double-charge ^mischarge ^ban ^lock ^impersonate",
    "broke": "^fail ^break ^crash ^lose ^delay ^forget ^delete ^leak ^mishandle "
      + "^mislabel ^stall ^freeze ^overload ^corrupt ^damage ^expose",
    "broken":
      "unavailable inaccessible offline down broken unreachable unresponsive slow late wrong "
      + "incorrect missing empty lost damaged faulty duplicate erroneous delayed stuck frozen "
      + "unusable incomplete expired stale intermittent sluggish cold mouldy dirty short",
    // What an author does wrong.
    "slip": "^miss ^break ^lose ^forget ^overlook ^neglect ^underestimate ^mishandle ^misjudge "
      + "^misread ^misunderstand ^mislabel ^misplace ^misconfigure ^overcharge ^overbook "
      + "^double-book ^mislead ^misplace ^omit ^delete ^ignore ^botch ^mix ^misquote ^misdirect "
      + "^overbill ^misinform ^bungle ^err ^miscalculate ^mistype ^misaddress ^skip ^overpromise "
      + "^underdeliver ^disappoint ^misroute ^mispriced ^mispack ^fail",
    "duty": "~test ~check ~notice ~catch ~tell ~inform ~warn ~notify ~communicate ~follow ~review "
      + "~verify ~confirm ~reply ~respond ~answer ~call ~deliver ~send ~keep ~meet ~anticipate "
      + "~consider ~plan ~realise ~realize ~see ~spot ~monitor ~prepare ~ask ~listen ~update "
      + "~handle ~do ~give ~include ~involve ~explain ~show ~make ~detect ~understand ~have ~read "
      + "~validate ~double-check ~live ~act ~pay ~process ~book ~order ~ship ~pack ~clean ~replace "
      + "~renew ~back ~document ~secure ~patch ~upgrade ~train ~consult ~announce ~maintain ~foresee",
    "wrongly": "accidentally mistakenly inadvertently incorrectly wrongly erroneously carelessly "
      + "unintentionally unknowingly improperly prematurely hastily rashly blindly naively",
    "mistake": "mistake mistakes error errors fault failure failures failing failings oversight "
      + "blunder negligence carelessness misjudgement misjudgment responsibility doing",
    "ourthing": "process processes procedure procedures system systems software code monitoring "
      + "alerting alerts tests testing test response communication team planning checks check "
      + "review configuration deployment logic infrastructure tooling rollback runbook backups "
      + "estimate estimates forecast site service "
      + "website app server servers database documentation records staffing handover packing "
      + "inventory stock booking schedule calendar invoice billing website platform script release "
      + "automation pipeline rotation policy policies update change migration upgrade",
    "lacking": "~lack ~fail insufficient inadequate missing poor wrong slow slower unclear "
      + "incomplete ^break outdated untested misconfigured",
    // Reasons.
    "because": "because",
    // Putting right.
    "remedy": "~refund ~reimburse ~compensate ~credit ~replace ~replacement ~waive ~repay ~resend "
      + "~reship ~redeliver ~redo ~reprint ~rebook ~reissue ~reinstate ~exchange ~upgrade ~rebuild",
    "remedynoun":
      "refund refunds credit credits reimbursement compensation replacement replacements "
      + "voucher vouchers discount rebate goodwill extension coupon coupons bonus gift gifts",
    // What is done again for them, and with what.
    "redo":
      "~recover ~reinstate ~rebuild ~reprocess ~replay ~retry ~resend ~re-send ~redeliver ~requeue "
      + "~rerun ~re-run ~republish ~re-publish ~recreate ~repopulate ~re-populate ~backfill ~reimport "
      + "~re-import ~reissue ~re-issue ~unban",
    "goods":
      "data files photos messages emails order orders records "
      + "versions releases indexes packages projects repositories account accounts booking bookings "
      + "payment payments webhooks jobs builds crates gems posts comments history events uploads "
      + "backups images subscription subscriptions delivery deliveries notifications reports "
      + "invoices tickets failed affected missed lost",
    // Doing for them what went wrong.
    "deal": "~send ~book ~bring ~deliver ~replace ~redo ~repeat ~remake ~reserve ~collect ~fetch "
      + "~exchange",
    "deadline": "@day now again first latest by within free",
    // Doing something about it.
    "act": "~fix ~restore ~resolve ~repair ~revert ~roll ~restart ~deploy ~disable ~remove ~patch "
      + "~correct ~replace ~update ~change ~block ~revoke ~rotate ~reset ~investigate ~mitigate "
      + "~contain ~isolate ~stop ~suspend ~notify ~contact ~inform ~call ~send ~ship ~refund "
      + "~credit ~add ~move ~switch ~increase ~reduce ~improve ~review ~escalate ~start ~begin "
      + "~take ~put ~install ~hire ~train ~retrain ~introduce ~implement ~create ~build ~rebuild "
      + "~write ~rewrite ~publish ~release ~upgrade ~migrate ~delete ~clean ~clear ~recall "
      + "~withdraw ~pull ~collect ~cancel ~rebook ~reschedule ~reroute ~scan ~audit ~test ~check "
      + "~verify ~monitor ~work ~apply ~open ~close ~ban ~report ~shut ~bring ~give ~provide "
      + "~arrange ~order ~book ~pay ~return ~redeploy ~re-enable ~enable ~configure ~reconfigure "
      + "~document ~launch ~form ~set ~engage ~invalidate ~redirect ~merge ~commit",
    // Keeping it from happening again.
    "safeguard":
      "alert alerts alerting monitoring check checks checklist test tests testing review "
      + "reviews training safeguard safeguards limit limits limiting guard guards guardrail guardrails audit "
      + "audits approval approvals backup backups redundancy failover runbook runbooks procedure "
      + "procedures process processes policy policies rule rules measure measures protection "
      + "protections drill drills verification validation sign-off coverage documentation "
      + "control controls step steps linter staging rotation inspection inspections signature "
      + "dashboard dashboards tooling breakers breaker automation improvement improvements",
    "improve": "~add ~introduce ~implement ~improve ~strengthen ~change ~update ~review ~create "
      + "~build ~put ~install ~hire ~train ~retrain ~require ~expand ~set ~develop ~enforce "
      + "~tighten ~move ~schedule ~invest ~automate ~double ~increase ~revisit ~rework ~redesign "
      + "~adopt ~rewrite ~replace ~enable ~configure ~conduct ~document ~separate ~refactor ~upgrade "
      + "~establish ~modify ~write ~reinforce ~overhaul ~limit ~disallow ~extend ~revise ~revamp ~harden ~amend "
      + "~refine ~enhance ~adapt",
    // Asking.
    "ask":
      "~contact ~call ~email ~write ~phone ~ring ~message ~text ~reach ~ask ~reply ~open ~file",
    "update":
      "~update ~write ~report ~post ~share ~publish ~send ~email ~call ~phone ~ring ~inform "
      + "~notify ~tell ~announce ~provide ~release ~confirm ~communicate ~message ~let",
    // Bad news.
    "ending": "~discontinue ~end ~close ~cancel ~retire ~deprecate ~remove ~stop ~withdraw ~cease "
      + "~shut ~sunset ~terminate ~suspend ~postpone ~increase ~raise ~reduce ~cut ~decline ~reject "
      + "~delay ~limit ~restrict ~phase",
    "absolute": "never ever always",
    "undergone": "was were been got",
    // What happens to people or things only because somebody does it.
    "deed": "^charge ^overcharge ^bill ^cancel ^close ^terminate ^suspend ^consider ^determine "
      + "^decide ^impose ^delete ^lose ^drop ^encounter ^experience ^answer ^reject ^decline ^omit "
      + "^overlook ^miss ^send ^share ^disclose ^expose ^leak ^surface ^remove ^reduce "
      + "^increase ^raise ^damage ^mislay ^misplace ^mislabel ^misconfigure ^overwrite ^wipe "
      + "^withdraw ^eliminate ^discontinue ^handle ^reschedule ^postpone ^truncate ^replay "
      + "^print ^enter ^select ^choose ^double-book ^overbook ^misread ^mispriced ^execute ^restrict "
      + "^adjust ^sanction ^ban ^downgrade ^deny ^refuse ^skip ^withhold",
    // Others who may be made the cause.
    "third": "@vendor @brand",
    // Powers and parties outside: who or what is named where somebody says it was not them.
    "outside":
      "@vendor @brand venue promoter organiser organizer council authorities authority government "
      + "regulator regulators border brexit covid pandemic war weather storm storms snow flood floods "
      + "flooding fog strike strikes roadworks traffic grid police embassy customs market inflation "
      + "shortage shortages importer wholesaler publisher dealer factory mill lab union unions "
      + "competitors suppliers logistics",
    "firm": "company firm manufacturer maker host agency landlord builder factory shop dealer",
    "thirdact":
      "^fail ^break ^lose ^forget ^delay ^delete ^reject ^refuse ^block ^cancel "
      + "^mishandle ^suspend ^throttle ^misroute ^damage ^miss ^crash ^misdeliver ^cut ^drop ^deprecate "
      + "^withdraw ^terminate ^botch ^ship",
    "vendor":
      "vendor vendors supplier suppliers provider providers partner partners carrier carriers "
      + "courier couriers contractor contractors subcontractor subcontractors manufacturer "
      + "wholesaler distributor distributors host agency broker third-party bank airline "
      + "customs utility landlord caterer printer haulier upstream isp telecom registrar processor "
      + "subprocessor forwarder cdn telco insurer",
    "brand":
      "aws amazon google github microsoft azure cloudflare stripe twilio fastly heroku "
      + "paypal visa mastercard dhl ups fedex usps hermes dpd cisco oracle salesforce slack zoom "
      + "apple facebook meta akamai digitalocean linode ovh okta auth0 sendgrid mailchimp shopify "
      + "vodafone verizon comcast level3 equinix datadog pagerduty travis "
      + "circleci godaddy letsencrypt sentry atlassian npm pypi dockerhub vercel netlify "
      + "backblaze hetzner rackspace namecheap gandi twitter discord telegram mailgun postmark "
      + "braintree adyen klarna plaid intercom zendesk openai anthropic mongodb snowflake algolia "
      + "gitlab bitbucket bunny leaseweb softlayer linkedin youtube whatsapp",
  ]
}
