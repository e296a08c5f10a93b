#include "app/model/consents.h"

#include "core/codec/entity.h"
#include "core/store/entries.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

constexpr const char* wish_name = "model.consents";
// The wording of the first-run screens; a new wording is a new number.
constexpr std::uint32_t consent_text_version = 2;

}  // namespace

Literal name(SharedData data) {
    switch (data) {
        case SharedData::mood:
            return tr_later("Mood");
        case SharedData::use:
            return tr_later("Screen time");
        case SharedData::boundary_answers:
            return tr_later("Boundary answers");
        case SharedData::journal:
            return tr_later("Journal pages");
        case SharedData::private_counts:
            return tr_later("How many private entries there are");
    }
    return tr_later("Mood");
}

Result<std::map<SharedData, bool>> read_consents(store::Store& store, VaultId record) {
    std::map<SharedData, bool> shared;
    for (const SharedData data : shared_kinds) shared[data] = true;
    TRY_ASSIGN(const auto rows, store.list({.record = record, .kind = EntityKind::consent}));
    for (const store::EntityRow& row : rows) {
        const auto consent = codec::decode_consent(row.fragment);
        if (consent.ok()) shared[consent.value().data] = consent.value().given;
    }
    return shared;
}

Result<void> keep_wish(store::Store& store, const std::optional<std::vector<SharedData>>& agreed) {
    if (!agreed) return store.erase_value(wish_name);
    Bytes bytes;
    for (const SharedData data : *agreed) bytes.push_back(static_cast<Byte>(data));
    return store.set_value(wish_name, bytes);
}

Result<void> write_wish(store::Store& store, VaultId record) {
    TRY_ASSIGN(const auto wish, store.value(wish_name));
    if (!wish) return {};
    return store.transaction([&]() -> Result<void> {
        for (const SharedData data : shared_kinds) {
            const bool given = std::ranges::find(*wish, static_cast<Byte>(data)) != wish->end();
            TRY(write_consent(store, record, data, given));
        }
        return store.erase_value(wish_name);
    });
}

Result<void> write_consent(store::Store& store, VaultId record, SharedData data, bool given) {
    TRY(store::give_consent(store, record, data, given, consent_text_version));
    return {};
}

}  // namespace evenkeel::model
