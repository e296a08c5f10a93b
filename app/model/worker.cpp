#include "app/model/worker.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace evenkeel::model {

namespace {

// While a turn is under way the network is waited for in steps this short, so that a tap in between
// is done at once.
constexpr int network_wait_ms = 2;
// The wall clock is not the one a sleep is measured by: nothing sleeps longer than this at once.
constexpr std::int64_t sleep_ms_max = 60 * ms_per_second;

// Steps that wait for the network or for a passphrase: the screens say that something is under way.
bool takes_long(const Intent& intent) {
    return std::holds_alternative<CreateProfile>(intent) ||
           std::holds_alternative<Unlock>(intent) ||
           std::holds_alternative<ChangePassphrase>(intent) ||
           std::holds_alternative<FoundPractice>(intent) ||
           std::holds_alternative<InviteColleague>(intent) ||
           std::holds_alternative<InviteAnew>(intent) ||
           std::holds_alternative<InviteBack>(intent) ||
           std::holds_alternative<PreviewInvite>(intent) || std::holds_alternative<Join>(intent) ||
           std::holds_alternative<InviteDevice>(intent) ||
           std::holds_alternative<InviteClient>(intent) ||
           std::holds_alternative<MakeArchive>(intent) ||
           std::holds_alternative<SaveAccessReport>(intent) ||
           std::holds_alternative<SetStaffRole>(intent) ||
           std::holds_alternative<RemoveColleague>(intent) ||
           std::holds_alternative<RemoveStaffDevice>(intent) ||
           std::holds_alternative<LetColleagueIn>(intent) ||
           std::holds_alternative<TakeColleagueOut>(intent) ||
           std::holds_alternative<AnswerColleague>(intent) ||
           std::holds_alternative<TakeOutOfMyRecord>(intent) ||
           std::holds_alternative<SetClientApproval>(intent) ||
           std::holds_alternative<RemoveDevice>(intent) ||
           std::holds_alternative<LookAtFile>(intent) ||
           std::holds_alternative<ImportFound>(intent) ||
           std::holds_alternative<ExportData>(intent);
}

}  // namespace

struct Worker::State {
    EngineSetup setup;
    std::function<void()> wake;

    std::mutex mutex;  // guards what follows, up to the thread
    std::condition_variable asked;
    std::deque<Intent> intents;
    bool was_touched = false;
    bool stopping = false;
    SnapshotPtr ready;  // newer than what was taken last

    std::thread thread;

    State(EngineSetup handed, std::function<void()> wake_up)
        : setup(std::move(handed)), wake(std::move(wake_up)) {}

    void publish(SnapshotPtr snapshot) {
        {
            const std::lock_guard lock(mutex);
            ready = std::move(snapshot);
        }
        wake();
    }
    void publish_busy(const SnapshotPtr& newest) {
        auto busy = std::make_shared<Snapshot>(*newest);
        busy->busy = true;
        publish(std::move(busy));
    }
    // Sleeps until something is asked or `due` has come.
    void wait_until(Instant due) {
        std::unique_lock lock(mutex);
        const std::int64_t left_ms = due - std::min(setup.ports.clock.now(), due);
        asked.wait_for(lock, std::chrono::milliseconds(std::min(left_ms, sleep_ms_max)),
                       [&] { return !intents.empty() || stopping; });
    }
    std::optional<Intent> next(bool& touched) {
        const std::lock_guard lock(mutex);
        touched = std::exchange(was_touched, false);
        if (intents.empty()) return std::nullopt;
        Intent intent = std::move(intents.front());
        intents.pop_front();
        return intent;
    }
    bool is_done() {
        const std::lock_guard lock(mutex);
        return stopping && intents.empty();
    }

    void run() {
        Engine engine(setup);
        SnapshotPtr newest = engine.snapshot();
        publish(newest);
        while (!is_done()) {
            bool touched = false;
            const std::optional<Intent> intent = next(touched);
            if (touched) engine.touched();
            if (intent) {
                if (takes_long(*intent)) publish_busy(newest);
                engine.handle(*intent);
            } else {
                engine.tick(network_wait_ms);
            }
            if (SnapshotPtr made = engine.snapshot(); made != newest) {
                newest = std::move(made);
                publish(newest);
            }
            if (!intent) wait_until(engine.next_deadline());
        }
    }
};

Worker::Worker(EngineSetup setup, std::function<void()> wake)
    : state_(std::make_unique<State>(std::move(setup), std::move(wake))) {
    state_->thread = std::thread([state = state_.get()] { state->run(); });
}

Worker::~Worker() {
    {
        const std::lock_guard lock(state_->mutex);
        state_->stopping = true;
    }
    state_->asked.notify_one();
    state_->thread.join();
}

void Worker::post(Intent intent) {
    {
        const std::lock_guard lock(state_->mutex);
        state_->intents.push_back(std::move(intent));
    }
    state_->asked.notify_one();
}

void Worker::touched() {
    // Wakes nobody: it only puts off what the thread wakes for.
    const std::lock_guard lock(state_->mutex);
    state_->was_touched = true;
}

SnapshotPtr Worker::take() {
    const std::lock_guard lock(state_->mutex);
    return std::exchange(state_->ready, nullptr);
}

}  // namespace evenkeel::model
