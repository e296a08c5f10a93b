# Makes of the tables in assets, and of a list of sentences, what xgettext can read: each as a call.
/^version\|/d
s/["\\]/\\&/g
s/^part\|[^|]*\|(.*)$/tr("\1");/
s/^ask\|[^|]*\|[^|]*\|[^|]*\|([^|]*)\|(.*)$/tr("\1"); tr("\2");/
s/^choice\|[^|]*\|[^|]*\|(.*)$/tr("\1");/
s/^help\|(.*)$/tr("\1");/
s/^[A-Z][A-Z]\|([^|]*)\|[^|]*\|([^|]*)\|[^|]*\|([^|]*)\|.*$/tr("\1"); tr("\2"); tr("\3");/
s/^([^|]*)\|([^|]*)$/tr("\1"); tr("\2");/
/^tr\(/!s/^([^|]* [^|]*)$/tr("\1");/
s/tr\(""\);//g
/^tr\(/p
