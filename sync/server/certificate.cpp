#include "sync/server/certificate.h"

#include "core/base/files.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>

namespace evenkeel::server {

namespace {

constexpr std::int64_t valid_ms = 20 * 365 * ms_per_day;
// Devices whose clock is behind must not find the certificate too young.
constexpr std::int64_t valid_before_ms = 2 * ms_per_day;

template <auto release>
struct Releaser {
    template <typename T>
    void operator()(T* object) const {
        release(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Releaser<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Releaser<X509_EXTENSION_free>>;
using Memory = std::unique_ptr<BIO, Releaser<BIO_free>>;
using File = std::unique_ptr<std::FILE, Releaser<std::fclose>>;

Error failed() { return {ErrorCode::internal, "The certificate could not be made."}; }

// What OpenSSL wrote into memory, as a new file. Refuses to replace one that is there.
Result<void> keep(BIO& written, const std::string& path) {
    if (file_exists(path)) return failed();
    const char* text = nullptr;
    const long size = BIO_get_mem_data(&written, &text);
    if (size <= 0) return failed();
    return write_whole_file(path, as_bytes({text, static_cast<std::size_t>(size)}));
}

bool add_host(X509& certificate, const std::string& host) {
    const bool is_address = host.find_first_not_of("0123456789.") == std::string::npos ||
                            host.find(':') != std::string::npos;
    const std::string value = (is_address ? "IP:" : "DNS:") + host;
    const Extension names(
        X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, value.c_str()));
    return names != nullptr && X509_add_ext(&certificate, names.get(), -1) == 1;
}

Certificate build(EVP_PKEY& key, const std::string& host, Instant now, Random& random) {
    Certificate made(X509_new());
    if (!made || X509_set_version(made.get(), X509_VERSION_3) != 1) return nullptr;
    const std::uint64_t serial = random.number() >> 1 | 1;
    const auto seconds = [](std::int64_t ms) { return static_cast<time_t>(ms / ms_per_second); };
    X509_NAME* name = X509_get_subject_name(made.get());
    const auto* common = reinterpret_cast<const unsigned char*>("evenkeel");
    const bool built =
        ASN1_INTEGER_set_uint64(X509_get_serialNumber(made.get()), serial) == 1 &&
        ASN1_TIME_set(X509_getm_notBefore(made.get()), seconds(now.ms - valid_before_ms)) &&
        ASN1_TIME_set(X509_getm_notAfter(made.get()), seconds(now.ms + valid_ms)) &&
        X509_set_pubkey(made.get(), &key) == 1 &&
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, common, -1, -1, 0) == 1 &&
        X509_set_issuer_name(made.get(), name) == 1 && add_host(*made, host) &&
        X509_sign(made.get(), &key, EVP_sha256()) > 0;
    return built ? std::move(made) : nullptr;
}

}  // namespace

Result<void> make_self_signed(const CertificateFiles& files, const std::string& host, Instant now,
                              Random& random) {
    const Key key(EVP_EC_gen("P-256"));
    if (!key) return failed();
    const Certificate certificate = build(*key, host, now, random);
    // The key's memory is cleared when it is released.
    const Memory key_text(BIO_new(BIO_s_secmem()));
    const Memory certificate_text(BIO_new(BIO_s_mem()));
    if (!certificate || !key_text || !certificate_text ||
        PEM_write_bio_PrivateKey(key_text.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                 nullptr) != 1 ||
        PEM_write_bio_X509(certificate_text.get(), certificate.get()) != 1) {
        return failed();
    }
    TRY(keep(*key_text, files.key));
    return keep(*certificate_text, files.certificate);
}

Result<Hash32> certificate_pin(const std::string& certificate_file) {
    const Error unreadable(ErrorCode::invalid_input, "The certificate file cannot be read.");
    const File file(std::fopen(certificate_file.c_str(), "re"));
    if (!file) return unreadable;
    const Certificate certificate(PEM_read_X509(file.get(), nullptr, nullptr, nullptr));
    if (!certificate) return unreadable;
    unsigned char* encoded = nullptr;
    const int length = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &encoded);
    if (length <= 0) return unreadable;
    Hash32 pin{};
    unsigned int pin_bytes = 0;
    const int hashed = EVP_Digest(encoded, static_cast<std::size_t>(length), pin.data(), &pin_bytes,
                                  EVP_sha256(), nullptr);
    OPENSSL_free(encoded);
    if (hashed != 1 || pin_bytes != pin.size()) return unreadable;
    return pin;
}

std::string pin_text(const Hash32& pin) {
    std::string text(4 * ((pin.size() + 2) / 3) + 1, '\0');  // OpenSSL ends it with a zero
    const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), pin.data(),
                                       static_cast<int>(pin.size()));
    text.resize(static_cast<std::size_t>(length));
    return "sha256//" + text;
}

}  // namespace evenkeel::server
