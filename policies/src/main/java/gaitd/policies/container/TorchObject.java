package gaitd.policies.container;

import java.util.LinkedHashMap;
import java.util.Map;

/** An object of a pickle: the name of its class and its fields. Nothing of the class is there. */
final class TorchObject {
    final String type;
    final Map<Object, Object> fields = new LinkedHashMap<>();

    TorchObject(final String type) {
        this.type = type;
    }

    /** Name of the class without its module. */
    String simpleType() {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
