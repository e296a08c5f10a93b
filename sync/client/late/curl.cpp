// libcurl, looked for when the first message is sent. It brings some thirty libraries; loading them
// takes longer than a short command, and would hold up the window's first frame.
//
// Each function has the name and the type of libcurl's own and hands on to it. Without the library
// the first two give nothing, as they do without memory, and nobody gets to call the others.
#include <curl/curl.h>

#include <cstdarg>
#include <dlfcn.h>

namespace {

void* library() {
    static void* const handle = dlopen("libcurl.so.4", RTLD_LAZY | RTLD_LOCAL);
    return handle;
}

template <typename Function>
Function* real(const char* name) {
    return reinterpret_cast<Function*>(dlsym(library(), name));
}

// The last word of a variadic call is a long, a pointer or an offset: each as wide as a pointer on
// the systems this is for, and handed over in the same way.
static_assert(sizeof(long) == sizeof(void*) && sizeof(curl_off_t) == sizeof(void*));

}  // namespace

// In parentheses where curl.h has a macro of the same name.
extern "C" {

CURL* curl_easy_init() {
    if (library() == nullptr) return nullptr;
    return real<decltype(curl_easy_init)>("curl_easy_init")();
}

CURLM* curl_multi_init() {
    if (library() == nullptr) return nullptr;
    return real<decltype(curl_multi_init)>("curl_multi_init")();
}

void curl_easy_cleanup(CURL* easy) {
    if (easy != nullptr) real<decltype(curl_easy_cleanup)>("curl_easy_cleanup")(easy);
}

CURLMcode curl_multi_cleanup(CURLM* multi) {
    if (multi == nullptr) return CURLM_OK;
    return real<decltype(curl_multi_cleanup)>("curl_multi_cleanup")(multi);
}

void curl_slist_free_all(curl_slist* list) {
    if (list != nullptr) real<decltype(curl_slist_free_all)>("curl_slist_free_all")(list);
}

curl_slist* curl_slist_append(curl_slist* list, const char* text) {
    return real<decltype(curl_slist_append)>("curl_slist_append")(list, text);
}

CURLcode(curl_easy_setopt)(CURL* easy, CURLoption option, ...) {
    std::va_list words;
    va_start(words, option);
    void* const value = va_arg(words, void*);
    va_end(words);
    return real<decltype(curl_easy_setopt)>("curl_easy_setopt")(easy, option, value);
}

CURLcode(curl_easy_getinfo)(CURL* easy, CURLINFO info, ...) {
    std::va_list words;
    va_start(words, info);
    void* const target = va_arg(words, void*);
    va_end(words);
    return real<decltype(curl_easy_getinfo)>("curl_easy_getinfo")(easy, info, target);
}

CURLMcode curl_multi_add_handle(CURLM* multi, CURL* easy) {
    return real<decltype(curl_multi_add_handle)>("curl_multi_add_handle")(multi, easy);
}

CURLMcode curl_multi_remove_handle(CURLM* multi, CURL* easy) {
    return real<decltype(curl_multi_remove_handle)>("curl_multi_remove_handle")(multi, easy);
}

CURLMcode curl_multi_perform(CURLM* multi, int* running) {
    return real<decltype(curl_multi_perform)>("curl_multi_perform")(multi, running);
}

CURLMcode curl_multi_poll(CURLM* multi, curl_waitfd* extra, unsigned extra_count, int wait_ms,
                          int* ready) {
    return real<decltype(curl_multi_poll)>("curl_multi_poll")(multi, extra, extra_count, wait_ms,
                                                              ready);
}

CURLMsg* curl_multi_info_read(CURLM* multi, int* queued) {
    return real<decltype(curl_multi_info_read)>("curl_multi_info_read")(multi, queued);
}

}  // extern "C"
