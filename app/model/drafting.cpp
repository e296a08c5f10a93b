#include "app/model/drafting.h"

#include "core/report/draft_json.h"

namespace evenkeel::model {

Result<std::vector<std::string>> drafts_of(const Result<client::HttpAnswer>& answer) {
    if (!answer.ok()) {
        return answer.error().code() == ErrorCode::no_network
                   ? Error(ErrorCode::no_network,
                           "The model could not be reached, or took too long.")
                   : Error(ErrorCode::wrong_server,
                           "What answered there is no model this program can talk to.");
    }
    constexpr int unauthorized = 401;
    constexpr int done = 200;
    if (answer.value().status == unauthorized) {
        return Error(ErrorCode::refused, "The model's server asks for another key.");
    }
    if (answer.value().status != done) {
        return Error(ErrorCode::refused, "The model's server refused, with status {}.")
            .with(answer.value().status);
    }
    return read_drafts(answer.value().body);
}

Result<void> Drafting::ask(const client::DraftingService& service, const std::string& theme) {
    TRY_ASSIGN(const std::string request, draft_request(service.model, theme));
    forget();
    transport_ = client::make_drafting_transport(service);
    const ByteView bytes = as_bytes(request);
    if (auto started = transport_->start(Bytes(bytes.begin(), bytes.end())); !started.ok()) {
        forget();
        return started;
    }
    return {};
}

Result<bool> Drafting::look() {
    if (!transport_) return false;
    const auto answer = transport_->poll(0);
    if (!answer) return false;
    transport_.reset();
    TRY_ASSIGN(drafts_, drafts_of(*answer));
    return true;
}

}  // namespace evenkeel::model
