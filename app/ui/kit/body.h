// A reference to a callable, for the bodies of cards, rows and sheets: no allocation, not kept.
#pragma once

#include <type_traits>
#include <utility>

namespace evenkeel::ui {

template <typename Signature>
class Body;

template <typename Result, typename... Arguments>
class Body<Result(Arguments...)> {
public:
    template <typename Callable,
              typename = std::enable_if_t<!std::is_same_v<std::remove_cvref_t<Callable>, Body>>>
    Body(Callable&& callable)
        : object_(const_cast<void*>(static_cast<const void*>(&callable))),
          call_([](void* object, Arguments... arguments) -> Result {
              return (*static_cast<std::remove_reference_t<Callable>*>(object))(
                  std::forward<Arguments>(arguments)...);
          }) {}

    Result operator()(Arguments... arguments) const {
        return call_(object_, std::forward<Arguments>(arguments)...);
    }

private:
    void* object_;
    Result (*call_)(void*, Arguments...);
};

}  // namespace evenkeel::ui
