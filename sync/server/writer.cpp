#include "sync/server/writer.h"

#include <chrono>

namespace evenkeel::server {

namespace {

constexpr std::chrono::seconds quiet_before_tidying{5};
// Answers are held in memory until the commit, so a group ends when they grow large.
constexpr std::size_t group_reply_bytes_max = 4UL * 1024 * 1024;
// Where many devices write at once the next call is microseconds away. Waiting for it saves fsyncs;
// a server with little to do never waits.
constexpr std::chrono::microseconds gathering{300};
constexpr std::size_t busy_group = 3;

}  // namespace

Writer::Writer(Service& service, const Clock& clock, Log& log)
    : service_(service), clock_(clock), log_(log), thread_([this] { run(); }) {}

Writer::~Writer() { stop(); }

void Writer::submit(PreparedCall call, Done done) {
    {
        const std::scoped_lock lock(mutex_);
        waiting_.push_back({std::move(call), std::move(done)});
    }
    wake_.notify_one();
}

void Writer::stop() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void Writer::run() {
    bool tidy = true;
    while (true) {
        std::deque<Job> jobs;
        if (last_group_ >= busy_group) std::this_thread::sleep_for(gathering);
        {
            std::unique_lock lock(mutex_);
            const auto has_work = [this] { return stopping_ || !waiting_.empty(); };
            if (tidy) {
                wake_.wait(lock, has_work);
            } else if (!wake_.wait_for(lock, quiet_before_tidying, has_work)) {
                lock.unlock();
                tidy_up();
                tidy = true;
                continue;
            }
            if (waiting_.empty()) break;  // stopping, and all is answered
            jobs.swap(waiting_);
        }
        last_group_ = jobs.size();
        while (!jobs.empty()) run_group(jobs);
        tidy = false;
    }
    report(clock_.now());
    tidy_up();
}

void Writer::run_group(std::deque<Job>& jobs) {
    std::vector<Reply> replies;
    auto applied = apply_group(jobs, limits::group_requests_max, replies);
    if (!applied.ok() && jobs.size() > 1) {
        // One call that the storage cannot take must not fail the others with it.
        replies.clear();
        applied = apply_group(jobs, 1, replies);
    }
    if (!applied.ok()) {
        log_.line(clock_.now(), "storage_failed",
                  {{"code", static_cast<std::int64_t>(applied.error().code())}});
        replies.assign(1, Reply{Status::unavailable, {}});
    }
    note(replies, clock_.now());
    for (Reply& reply : replies) {
        jobs.front().done(std::move(reply));
        jobs.pop_front();
    }
}

Result<std::size_t> Writer::apply_group(std::deque<Job>& jobs, std::size_t count_max,
                                        std::vector<Reply>& replies) {
    const Instant now = clock_.now();
    const auto run_all = [&]() -> Result<std::size_t> {
        TRY(service_.begin());
        std::size_t reply_bytes = 0;
        for (Job& job : jobs) {
            if (replies.size() == count_max || reply_bytes > group_reply_bytes_max) break;
            TRY_ASSIGN(Reply reply, service_.apply(job.call, now));
            reply_bytes += reply.body.size();
            replies.push_back(std::move(reply));
        }
        TRY(service_.commit());
        return replies.size();
    };
    auto result = run_all();
    if (!result.ok()) service_.roll_back();
    return result;
}

void Writer::tidy_up() {
    if (const auto tidied = service_.tidy_up(clock_.now()); !tidied.ok()) {
        service_.roll_back();
        log_.line(clock_.now(), "tidying_failed",
                  {{"code", static_cast<std::int64_t>(tidied.error().code())}});
    }
}

void Writer::note(const std::vector<Reply>& replies, Instant now) {
    if (const std::int64_t minute = now.ms / ms_per_minute; minute != minute_) {
        report(now);
        minute_ = minute;
    }
    ++groups_;
    for (const Reply& reply : replies) {
        ++(reply.status == Status::ok ? answered_ : refused_);
        bytes_ += static_cast<std::int64_t>(reply.body.size());
    }
}

void Writer::report(Instant now) {
    if (groups_ > 0) {
        log_.line(now, "served",
                  {{"groups", groups_},
                   {"answered", answered_},
                   {"refused", refused_},
                   {"bytes", bytes_}});
    }
    groups_ = answered_ = refused_ = bytes_ = 0;
}

}  // namespace evenkeel::server
