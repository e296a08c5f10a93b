// Questions drafted by a language model for a clinician to edit and approve: off until the address
// of one is put in on this device. Drafts live only here, in memory, until a person keeps one.
#pragma once

#include "sync/client/drafting_service.h"

#include <string>
#include <vector>

namespace evenkeel::model {

using client::DraftingService;

struct DraftingView {
    std::string host;  // where a theme would be sent; empty: drafting is off
    std::string model;
    bool under_way = false;
    std::vector<std::string> drafts;  // of the newest theme; nobody approved them
    friend bool operator==(const DraftingView&, const DraftingView&) = default;
};

// One theme at a time, sent without waiting for the answer.
class Drafting {
public:
    // Refuses a theme that is empty, too long or more than one line.
    Result<void> ask(const client::DraftingService& service, const std::string& theme);
    // Whether an answer came, or its failure, since the last call.
    Result<bool> look();
    void forget() { *this = Drafting(); }

    [[nodiscard]] bool under_way() const { return transport_ != nullptr; }
    [[nodiscard]] const std::vector<std::string>& drafts() const { return drafts_; }

private:
    std::unique_ptr<client::Transport> transport_;
    std::vector<std::string> drafts_;
};

// What a model's server answered, as drafts. The error is one sentence for the person.
Result<std::vector<std::string>> drafts_of(const Result<client::HttpAnswer>& answer);

}  // namespace evenkeel::model
