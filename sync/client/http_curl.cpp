#include "core/base/limits.h"
#include "sync/client/drafting_service.h"
#include "sync/client/loopback.h"
#include "sync/client/transport.h"

#include <curl/curl.h>

#include <cstring>

namespace evenkeel::client {
namespace {

constexpr long connect_ms_max = 10'000;
constexpr long turn_ms_max = 60'000;       // a full page over a poor mobile link
constexpr long drafting_ms_max = 180'000;  // a model on an office computer takes its time
constexpr long loopback_ms_max = 20'000;
constexpr int step_ms = 1'000;
// Items are cut at the turn's limit; what stands around them needs a little more.
constexpr std::size_t turn_answer_bytes_max = limits::turn_body_bytes_max + 64 * 1024;

// Three days of events are a few megabytes; a watcher that counts each second writes many.
constexpr std::size_t loopback_answer_bytes_max = 32UL * 1024 * 1024;

enum class Method { post, get };

// Where requests go, and what is put up with there.
struct Place {
    std::string url;
    Method method = Method::post;
    bool tls = true;
    bool loopback = false;
    std::optional<Hash32> spki_pin;
    std::vector<std::string> headers;
    std::size_t answer_bytes_max = 0;
    long exchange_ms_max = 0;
};

std::string base64(ByteView bytes) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            group = group << 8 | (k < count ? bytes[i + k] : std::uint32_t{0});
        }
        for (std::size_t k = 0; k < 4; ++k) {
            text += k <= count ? digits[group >> (18 - 6 * k) & 63] : '=';
        }
    }
    return text;
}

// The certificate's name and issuer say nothing here: this very key is what the invite named.
void use_pin(CURL* easy, const Hash32& pin) {
    curl_easy_setopt(easy, CURLOPT_PINNEDPUBLICKEY, ("sha256//" + base64(pin)).c_str());
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 0L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 0L);
}

Error error_of(CURLcode code) {
    switch (code) {
        case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_UNSUPPORTED_PROTOCOL:
        case CURLE_WEIRD_SERVER_REPLY:
        case CURLE_WRITE_ERROR:
            return {ErrorCode::wrong_server,
                    "Something answered that is not the practice's server."};
        case CURLE_OPERATION_TIMEDOUT:
            return {ErrorCode::no_network, "The server did not answer in time."};
        default:
            break;
    }
    return {ErrorCode::no_network, "The server could not be reached."};
}

class CurlTransport final : public Transport {
public:
    explicit CurlTransport(Place place) : place_(std::move(place)) {}
    ~CurlTransport() override { cancel(); }

    Result<void> start(Bytes body) override {
        ASSERT(!under_way_);
        if (!place_.tls && !place_.loopback) {
            return Error(ErrorCode::refused,
                         "Without TLS only this very device may be the server.");
        }
        if (easy_ == nullptr && !open()) {
            return Error(ErrorCode::internal, "The network library could not be started.");
        }
        body_ = std::move(body);
        answer_.clear();
        if (place_.method == Method::post) {
            curl_easy_setopt(easy_, CURLOPT_POSTFIELDSIZE_LARGE,
                             static_cast<curl_off_t>(body_.size()));
            curl_easy_setopt(easy_, CURLOPT_POSTFIELDS, body_.data());
        }
        if (curl_multi_add_handle(multi_, easy_) != CURLM_OK) {
            return Error(ErrorCode::internal, "The network library could not begin a request.");
        }
        under_way_ = true;
        return {};
    }

    std::optional<Result<HttpAnswer>> poll(int wait_ms) override {
        ASSERT(under_way_);
        int running = 0;
        curl_multi_perform(multi_, &running);
        if (running > 0 && wait_ms > 0) {
            curl_multi_poll(multi_, nullptr, 0, wait_ms, nullptr);
            curl_multi_perform(multi_, &running);
        }
        int queued = 0;
        const CURLMsg* const message = curl_multi_info_read(multi_, &queued);
        if (message == nullptr || message->msg != CURLMSG_DONE) return std::nullopt;
        const CURLcode code = message->data.result;
        long status = 0;
        curl_easy_getinfo(easy_, CURLINFO_RESPONSE_CODE, &status);
        curl_multi_remove_handle(multi_, easy_);
        under_way_ = false;
        if (code != CURLE_OK) {
            cancel();
            return Result<HttpAnswer>(error_of(code));
        }
        return Result<HttpAnswer>(
            HttpAnswer{.status = static_cast<int>(status), .body = std::exchange(answer_, {})});
    }

    void cancel() override {
        if (under_way_) curl_multi_remove_handle(multi_, easy_);
        under_way_ = false;
        curl_easy_cleanup(easy_);
        curl_multi_cleanup(multi_);  // closes the kept connection
        curl_slist_free_all(headers_);
        easy_ = nullptr;
        multi_ = nullptr;
        headers_ = nullptr;
    }

private:
    static std::size_t take(char* data, std::size_t size, std::size_t count, void* self) {
        auto& transport = *static_cast<CurlTransport*>(self);
        const std::size_t room = transport.place_.answer_bytes_max - transport.answer_.size();
        if (size * count > room) return 0;  // ends the request
        append(transport.answer_, as_bytes({data, size * count}));
        return size * count;
    }

    bool open() {
        easy_ = curl_easy_init();
        multi_ = curl_multi_init();
        if (easy_ == nullptr || multi_ == nullptr) {
            cancel();
            return false;
        }
        for (const std::string& header : place_.headers) {
            headers_ = curl_slist_append(headers_, header.c_str());
        }
        curl_easy_setopt(easy_, CURLOPT_URL, place_.url.c_str());
        curl_easy_setopt(easy_, CURLOPT_PROTOCOLS_STR, place_.tls ? "https" : "http");
        curl_easy_setopt(easy_, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
        curl_easy_setopt(easy_, place_.method == Method::post ? CURLOPT_POST : CURLOPT_HTTPGET, 1L);
        curl_easy_setopt(easy_, CURLOPT_HTTPHEADER, headers_);
        curl_easy_setopt(easy_, CURLOPT_FOLLOWLOCATION, 0L);
        // CURLOPT_NOSIGNAL stays off: only then does libcurl keep SIGPIPE away from us when the
        // server closed the kept TLS connection.
        curl_easy_setopt(easy_, CURLOPT_CONNECTTIMEOUT_MS, connect_ms_max);
        curl_easy_setopt(easy_, CURLOPT_TIMEOUT_MS, place_.exchange_ms_max);
        curl_easy_setopt(easy_, CURLOPT_WRITEFUNCTION, &CurlTransport::take);
        curl_easy_setopt(easy_, CURLOPT_WRITEDATA, this);
        curl_easy_setopt(easy_, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        // This very device is reached directly whatever the environment says of proxies.
        if (place_.loopback) curl_easy_setopt(easy_, CURLOPT_PROXY, "");
        if (place_.tls && place_.spki_pin) use_pin(easy_, *place_.spki_pin);
        return true;
    }

    Place place_;
    CURLM* multi_ = nullptr;
    CURL* easy_ = nullptr;
    curl_slist* headers_ = nullptr;
    bool under_way_ = false;
    Bytes body_;  // curl reads it until the request is done
    Bytes answer_;
};

}  // namespace

std::unique_ptr<Transport> make_http_transport(const ServerAddress& server) {
    const bool tls = server.transport == paper::LinkTransport::tls;
    return std::make_unique<CurlTransport>(
        Place{.url = (tls ? "https://" : "http://") + server.host + ":" +
                     std::to_string(server.port) + "/v1",
              .tls = tls,
              .loopback = is_loopback(server.host),
              .spki_pin = server.spki_pin,
              .headers = {"Content-Type: application/octet-stream", "Accept:", "Expect:"},
              .answer_bytes_max = turn_answer_bytes_max,
              .exchange_ms_max = turn_ms_max});
}

std::unique_ptr<Transport> make_drafting_transport(const DraftingService& service) {
    std::vector<std::string> headers = {"Content-Type: application/json",
                                        "Accept: application/json", "Expect:"};
    if (!service.key.empty()) headers.push_back("Authorization: Bearer " + service.key);
    return std::make_unique<CurlTransport>(
        Place{.url = service.url + "/chat/completions",
              .tls = service.url.starts_with("https://"),
              .loopback = is_loopback(host_of(service.url)),
              .spki_pin = std::nullopt,
              .headers = std::move(headers),
              .answer_bytes_max = limits::drafting_answer_bytes_max,
              .exchange_ms_max = drafting_ms_max});
}

std::unique_ptr<Transport> make_loopback_transport(const std::string& url) {
    const bool plain = url.starts_with("http://");
    return std::make_unique<CurlTransport>(Place{.url = url,
                                                 .method = Method::get,
                                                 .tls = false,  // to anywhere else it is refused
                                                 .loopback = plain && is_loopback(host_of(url)),
                                                 .spki_pin = std::nullopt,
                                                 .headers = {"Accept: application/json"},
                                                 .answer_bytes_max = loopback_answer_bytes_max,
                                                 .exchange_ms_max = loopback_ms_max});
}

Result<HttpAnswer> post(Transport& transport, Bytes body) {
    TRY(transport.start(std::move(body)));
    for (;;) {
        if (auto answer = transport.poll(step_ms)) return std::move(*answer);
    }
}

}  // namespace evenkeel::client
