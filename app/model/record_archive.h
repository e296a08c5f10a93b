// One client's record to hand over, or a clinician's own notes to keep: an encrypted archive that
// is opened without Evenkeel.
#pragma once

#include "sync/client/identity.h"
#include "sync/client/profile.h"

#include <string>

namespace evenkeel::model {

struct MadeArchive {
    std::string path;
    std::string passphrase;  // shown once; nothing keeps it
    std::size_t entries = 0;
    std::size_t agreements = 0;
};

// Writes record.html, record.json, agreements/N.agreement and README.txt into a file that is not
// there yet: all this device holds of the record, so a client's own has their private entries and
// the practice's has none. It is there whole or not at all, and never in the clear.
Result<MadeArchive> make_archive(client::Profile& profile, VaultId record, const std::string& path,
                                 Random& random);

// Writes notes.html, notes.txt and README.txt likewise: what this person wrote for themself alone
// about one client, the oldest first, with no trash. Never part of a record that is handed over.
// Errors: not_found (there are none), refused (a client asks).
Result<MadeArchive> make_notes_archive(client::Profile& profile, const client::Identity& self,
                                       VaultId record, const std::string& path, Random& random);

}  // namespace evenkeel::model
