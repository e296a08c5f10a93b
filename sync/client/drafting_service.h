// A language model that drafts questions for a clinician: where it answers. Kept on the one device
// where a person put it, inside the profile; off until then. Nothing of a client ever goes there:
// see core/report/draft_json.h for all that is sent.
#pragma once

#include "core/store/store.h"
#include "sync/client/transport.h"

#include <optional>
#include <string>

namespace evenkeel::client {

// Speaks the chat-completions protocol that most model servers offer.
struct DraftingService {
    std::string url;    // "https://HOST[:PORT]/v1", or "http://" on this very device
    std::string model;  // as that server calls it
    std::string key;    // its bearer token; empty: it asks for none
};

// Without a slash at its end. Refuses whatever is not https, or http to this very device, and an
// address or a name that could smuggle in a second header or a user.
[[nodiscard]] Result<DraftingService> check(DraftingService service);

// Nothing: drafting is off on this device.
Result<std::optional<DraftingService>> drafting_service(store::Store& store);
Result<void> set_drafting_service(store::Store& store, const DraftingService& service);
Result<void> forget_drafting_service(store::Store& store);

// "localhost" of "http://localhost:8080/v1". What is shown before anything is sent.
std::string host_of(const std::string& url);
bool is_loopback(const std::string& host);

// To its chat completions. Ends after three minutes; takes limits::drafting_answer_bytes_max.
std::unique_ptr<Transport> make_drafting_transport(const DraftingService& service);

}  // namespace evenkeel::client
