// The control: sealing switched off. Linked into a copy of the terminal program, these two take the
// place of libsodium's functions of the same names, so that everything the product would encrypt
// for the server travels as it is. The search for canaries must then find them.
#include <sodium.h>

#include <cstring>

namespace {

constexpr unsigned long long tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

}  // namespace

extern "C" {

int crypto_aead_xchacha20poly1305_ietf_encrypt(unsigned char* sealed,
                                               unsigned long long* sealed_size,
                                               const unsigned char* plain,
                                               unsigned long long plain_size, const unsigned char*,
                                               unsigned long long, const unsigned char*,
                                               const unsigned char*, const unsigned char*) {
    std::memmove(sealed, plain, plain_size);
    std::memset(sealed + plain_size, 0, tag_bytes);
    if (sealed_size != nullptr) *sealed_size = plain_size + tag_bytes;
    return 0;
}

int crypto_aead_xchacha20poly1305_ietf_decrypt(unsigned char* plain, unsigned long long* plain_size,
                                               unsigned char*, const unsigned char* sealed,
                                               unsigned long long sealed_size, const unsigned char*,
                                               unsigned long long, const unsigned char*,
                                               const unsigned char*) {
    if (sealed_size < tag_bytes) return -1;
    std::memmove(plain, sealed, sealed_size - tag_bytes);
    if (plain_size != nullptr) *plain_size = sealed_size - tag_bytes;
    return 0;
}

}  // extern "C"
