package gaitd.policies.container;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes pickles as PyTorch does, of a few kinds of values, for tests. */
final class PickleWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    PickleWriter() {
        code(0x80, 2);
    }

    /** A tensor whose numbers are in an entry of the archive; strides in numbers. */
    @SuppressWarnings("ArrayRecordComponent")
    record Stored(String type, String entry, int numbers, int offset, int[] shape, int[] strides) {
        static Stored rows(final String entry, final int... shape) {
            final int[] strides = new int[shape.length];
            int numbers = 1;
            for (int i = shape.length - 1; i >= 0; i--) {
                strides[i] = numbers;
                numbers *= shape[i];
            }
            return new Stored("FloatStorage", entry, numbers, 0, shape, strides);
        }
    }

    /** A module with its class. */
    record Module(String type, Map<String, ?> fields) {}

    /** A call of a function by its module and name. */
    record Call(String module, String name, String argument) {}

    byte[] end() {
        code('.');
        return out.toByteArray();
    }

    private void code(final int... bytes) {
        for (final int one : bytes) {
            out.write(one);
        }
    }

    private void text(final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        code('X', bytes.length, bytes.length >> 8, bytes.length >> 16, bytes.length >> 24);
        out.writeBytes(bytes);
    }

    private void whole(final int value) {
        code('J', value, value >> 8, value >> 16, value >> 24);
    }

    private void global(final String module, final String name) {
        code('c');
        out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
    }

    PickleWriter write(final Object value) {
        switch (value) {
            case null -> code('N');
            case String text -> text(text);
            case Integer whole -> whole(whole);
            case Boolean flag -> code(flag ? 0x88 : 0x89);
            case Double number -> {
                code('G');
                final long bits = Double.doubleToLongBits(number);
                for (int shift = 56; shift >= 0; shift -= 8) {
                    code((int) (bits >> shift));
                }
            }
            case Map<?, ?> map -> fields(map);
            case Module module -> {
                final int dot = module.type.lastIndexOf('.');
                global(module.type.substring(0, dot), module.type.substring(dot + 1));
                code(')', 0x81);
                fields(module.fields);
                code('b');
            }
            case Call call -> {
                global(call.module, call.name);
                code('(');
                text(call.argument);
                code('t', 'R');
            }
            case Stored tensor -> tensor(tensor);
            default -> throw new IllegalArgumentException(value.toString());
        }
        return this;
    }

    private void fields(final Map<?, ?> map) {
        code('}', '(');
        map.forEach((key, item) -> write(key).write(item));
        code('u');
    }

    private void tensor(final Stored tensor) {
        global("torch._utils", "_rebuild_tensor_v2");
        code('(', '(');
        text("storage");
        global("torch", tensor.type);
        text(tensor.entry);
        text("cpu");
        whole(tensor.numbers);
        code('t', 'Q');
        whole(tensor.offset);
        sizes(tensor.shape);
        sizes(tensor.strides);
        code(0x89);
        global("collections", "OrderedDict");
        code(')', 'R', 't', 'R');
    }

    private void sizes(final int... sizes) {
        code('(');
        for (final int size : sizes) {
            whole(size);
        }
        code('t');
    }
}
