#include "app/model/watch_fetch.h"

#include "core/report/activitywatch_within.h"

namespace evenkeel::model {

namespace {

Result<std::string> text_of(const Result<client::HttpAnswer>& answer) {
    constexpr int done = 200;
    if (!answer.ok() && answer.error().code() == ErrorCode::refused) return answer.error();
    if (!answer.ok()) {
        return Error(ErrorCode::no_network, "ActivityWatch does not answer on this computer.");
    }
    if (answer.value().status != done) {
        return Error(ErrorCode::wrong_server, "ActivityWatch refused, with status {}.")
            .with(answer.value().status);
    }
    return to_string(answer.value().body);
}

}  // namespace

Result<void> WatchFetch::start(const std::string& address, const TimeSpan& span) {
    forget();
    address_ = address;
    span_ = span;
    return ask(report::buckets_path);
}

Result<void> WatchFetch::ask(const std::string& path) {
    transport_ = client::make_loopback_transport(address_ + path);
    auto started = transport_->start({});
    if (!started.ok()) transport_.reset();
    return started;
}

// What was asked first are the buckets, then what is in each of them.
Result<void> WatchFetch::take(std::string answer) {
    if (!buckets_) {
        TRY_ASSIGN(buckets_, report::read_watch_buckets(answer));
    } else {
        TRY_ASSIGN(std::string events, report::events_within(answer, span_));
        events_.push_back(std::move(events));
    }
    transport_.reset();
    if (events_.size() == buckets_->size()) return {};
    return ask(report::events_path((*buckets_)[events_.size()], span_));
}

std::optional<Result<std::string>> WatchFetch::look() {
    if (!transport_) return std::nullopt;
    const auto answer = transport_->poll(0);
    if (!answer) return std::nullopt;
    auto text = text_of(*answer);
    const auto taken = text.ok() ? take(std::move(text).value()) : Result<void>(text.error());
    if (!taken.ok()) {
        forget();
        return Result<std::string>(taken.error());
    }
    if (transport_) return std::nullopt;
    auto made = report::watch_export(*buckets_, events_);
    forget();
    return made;
}

}  // namespace evenkeel::model
