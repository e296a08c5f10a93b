// One client's record to hand over: an encrypted archive that is opened without Evenkeel.
#pragma once

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

}  // namespace evenkeel::model
