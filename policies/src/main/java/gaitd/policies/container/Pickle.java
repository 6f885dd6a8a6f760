package gaitd.policies.container;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.Tensor;
import gaitd.policies.graph.GraphBuilder;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the pickles of PyTorch as data: numbers, texts, lists, dictionaries, tensors and objects whose classes are only names.
 *
 * <p>A pickle is a program. Of its instructions only those that build data are known here, and of the functions that it can name only
 * those of a short list, each with a meaning of its own here; every other is refused by its name, and nothing is run. At most
 * {@value #VALUES_MAX} instructions and {@value #DEPTH_MAX} levels.
 */
final class Pickle {
    static final int VALUES_MAX = 1_000_000;
    static final int DEPTH_MAX = 200;

    private static final String OBJECTS = "__torch__.";

    private final ByteBuffer in;
    private final Function<StorageKey, Storage> storages;
    private final List<Object> stack = new ArrayList<>();
    private final Deque<Integer> marks = new ArrayDeque<>();
    private final Map<Integer, Object> memo = new HashMap<>();
    private long numbers;

    /** A function or class that a pickle names. */
    private record Global(String name) {}

    /** What a pickle says about the numbers of a tensor: the type's name and the entry that has them. */
    record StorageKey(String type, String entry) {}

    /** Numbers that tensors share. */
    interface Storage {
        int size();

        double get(int index);
    }

    /** Made to read one pickle; numbers come from elsewhere. */
    Pickle(final byte[] bytes, final Function<StorageKey, Storage> storages) {
        in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.storages = storages;
    }

    /** The value that it describes. */
    Object read() {
        try {
            for (int count = 0; count < VALUES_MAX; count++) {
                final int code = Byte.toUnsignedInt(in.get());
                if (code == '.') {
                    return pop();
                }
                step(code);
            }
        } catch (final BufferUnderflowException e) {
            throw new BundleException("pickle: it ends too early");
        } catch (final ClassCastException e) {
            throw new BundleException(
                    "pickle: instruction at byte %d gets another kind of value".formatted(in.position()));
        }
        throw new BundleException("pickle: more than " + VALUES_MAX + " instructions");
    }

    private void step(final int code) {
        switch (code) {
            case 0x80 -> {
                final int version = in.get();
                if (version < 2 || version > 4) {
                    throw new BundleException("pickle: version %d, expected 2 to 4".formatted(version));
                }
            }
            case 0x95 -> in.getLong();
            case '(' -> marks.push(stack.size());
            case 'N' -> push(Nothing.NOTHING);
            case 0x88 -> push(true);
            case 0x89 -> push(false);
            case 'J' -> push((long) in.getInt());
            case 'K' -> push((long) Byte.toUnsignedInt(in.get()));
            case 'M' -> push((long) Short.toUnsignedInt(in.getShort()));
            case 0x8a -> push(whole(text(Byte.toUnsignedInt(in.get()), StandardCharsets.ISO_8859_1)));
            case 'G' -> push(Double.longBitsToDouble(Long.reverseBytes(in.getLong())));
            case 'X' -> push(text(in.getInt(), StandardCharsets.UTF_8));
            case 0x8c, 'U' -> push(text(Byte.toUnsignedInt(in.get()), StandardCharsets.UTF_8));
            case ')' -> push(new ArrayList<>());
            case ']' -> push(new ArrayList<>());
            case '}' -> push(new LinkedHashMap<>());
            case 't' -> push(marked());
            case 0x85 -> push(tuple(1));
            case 0x86 -> push(tuple(2));
            case 0x87 -> push(tuple(3));
            case 'l' -> push(marked());
            case 'd' -> {
                final Map<Object, Object> map = new LinkedHashMap<>();
                put(map, marked());
                push(map);
            }
            case 'a' -> {
                final Object item = pop();
                list(top()).add(item);
            }
            case 'e' -> {
                final List<Object> items = marked();
                list(top()).addAll(items);
            }
            case 's' -> put(map(stack.size() < 3 ? null : stack.get(stack.size() - 3)), tuple(2));
            case 'u' -> {
                final List<Object> items = marked();
                put(map(top()), items);
            }
            case 'q' -> memo.put(Byte.toUnsignedInt(in.get()), top());
            case 'r' -> memo.put(in.getInt(), top());
            case 0x94 -> memo.put(memo.size(), top());
            case 'h' -> recall(Byte.toUnsignedInt(in.get()));
            case 'j' -> recall(in.getInt());
            case '0' -> pop();
            case 'c' -> push(new Global(line() + "." + line()));
            case 0x93 -> {
                final String name = (String) pop();
                push(new Global((String) pop() + "." + name));
            }
            case 'Q' -> push(storage(list(pop())));
            case 'R' -> {
                final List<Object> arguments = list(pop());
                push(call(((Global) pop()).name, arguments));
            }
            case 0x81 -> {
                pop();
                push(object(((Global) pop()).name));
            }
            case 'b' -> {
                final Object state = pop();
                build(top(), state);
            }
            default ->
                throw new BundleException(
                        "pickle: instruction 0x%02x at byte %d is not on the list, and nothing was run"
                                .formatted(code, in.position() - 1));
        }
    }

    /** What None is here. */
    private enum Nothing {
        NOTHING
    }

    private void push(final Object value) {
        stack.add(value);
    }

    private Object pop() {
        final int floor = marks.isEmpty() ? 0 : marks.peek();
        if (stack.size() <= floor) {
            throw new BundleException(
                    "pickle: instruction at byte %d takes a value that is not there".formatted(in.position() - 1));
        }
        return stack.removeLast();
    }

    private Object top() {
        final Object value = pop();
        push(value);
        return value;
    }

    private List<Object> marked() {
        if (marks.isEmpty() || marks.peek() > stack.size()) {
            throw new BundleException("pickle: there is no mark");
        }
        final List<Object> part = stack.subList(marks.pop(), stack.size());
        final List<Object> items = new ArrayList<>(part);
        part.clear();
        return items;
    }

    private List<Object> tuple(final int size) {
        final List<Object> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.addFirst(pop());
        }
        return items;
    }

    private void recall(final int key) {
        if (!memo.containsKey(key)) {
            throw new BundleException("pickle: it recalls value %d, which it has not kept".formatted(key));
        }
        push(memo.get(key));
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(final Object value) {
        return (List<Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Object> map(final Object value) {
        if (value == null) {
            throw new BundleException("pickle: there is no dictionary");
        }
        return (Map<Object, Object>) value;
    }

    private static void put(final Map<Object, Object> map, final List<Object> items) {
        if (items.size() % 2 != 0) {
            throw new BundleException("pickle: a key without a value");
        }
        for (int i = 0; i < items.size(); i += 2) {
            final Object key = items.get(i);
            if (!(key instanceof String || key instanceof Long)) {
                throw new BundleException("pickle: a key that is no text and no whole number");
            }
            map.put(key, items.get(i + 1));
        }
    }

    private String text(final int bytes, final Charset charset) {
        if (bytes < 0 || bytes > in.remaining()) {
            throw new BufferUnderflowException();
        }
        final byte[] text = new byte[bytes];
        in.get(text);
        return new String(text, charset);
    }

    /** A whole number of up to 8 bytes, the lowest first. */
    private static long whole(final String bytes) {
        if (bytes.length() > Long.BYTES) {
            throw new BundleException("pickle: a whole number of %d bytes".formatted(bytes.length()));
        }
        long value = bytes.isEmpty() || bytes.charAt(bytes.length() - 1) < 128 ? 0 : -1;
        for (int i = bytes.length() - 1; i >= 0; i--) {
            value = value << Byte.SIZE | bytes.charAt(i);
        }
        return value;
    }

    private String line() {
        final int start = in.position();
        while (in.get() != '\n') {
            // to the end of the line
        }
        final int bytes = in.position() - start - 1;
        in.position(start);
        final String text = text(bytes, StandardCharsets.UTF_8);
        in.get();
        return text;
    }

    private Storage storage(final List<Object> id) {
        if (id.size() != 5 || !"storage".equals(id.getFirst())) {
            throw new BundleException("pickle: a reference to something that is no storage of a tensor");
        }
        return storages.apply(new StorageKey(((Global) id.get(1)).name, (String) id.get(2)));
    }

    private Object call(final String name, final List<Object> arguments) {
        return switch (name) {
            case "collections.OrderedDict" -> new LinkedHashMap<>();
            case "torch._utils._rebuild_tensor_v2" -> tensor(arguments);
            case "torch._utils._rebuild_parameter" -> arguments.isEmpty() ? Nothing.NOTHING : arguments.getFirst();
            case "torch.device" -> Nothing.NOTHING;
            default -> throw refused(name);
        };
    }

    private static BundleException refused(final String name) {
        return new BundleException("pickle: it names '%s', which is not on the list; nothing was run".formatted(name));
    }

    private static TorchObject object(final String name) {
        if (!name.startsWith(OBJECTS)) {
            throw refused(name);
        }
        return new TorchObject(name.substring(OBJECTS.length()));
    }

    private static void build(final Object target, final Object state) {
        if (target instanceof final TorchObject object && state instanceof final Map<?, ?> fields) {
            object.fields.putAll(fields);
        } else if (!(target instanceof Map<?, ?>)) {
            throw new BundleException("pickle: it sets the fields of something that has none");
        }
    }

    private Tensor tensor(final List<Object> arguments) {
        if (arguments.size() < 4 || !(arguments.getFirst() instanceof final Storage storage)) {
            throw new BundleException("pickle: a tensor without storage, offset, sizes and strides");
        }
        final List<Object> sizes = list(arguments.get(2));
        final List<Object> strides = list(arguments.get(3));
        final int[] shape = new int[sizes.size()];
        long count = 1;
        long last = (Long) arguments.get(1);
        if (sizes.size() != strides.size() || sizes.size() > 8 || last < 0) {
            throw new BundleException("pickle: a tensor whose sizes and strides disagree");
        }
        for (int i = 0; i < shape.length; i++) {
            final long size = (Long) sizes.get(i);
            final long stride = (Long) strides.get(i);
            count = size < 0 || size > storage.size() ? Integer.MAX_VALUE : Math.min(count * size, Integer.MAX_VALUE);
            if (stride < 0 || stride > storage.size() || count > storage.size()) {
                throw new BundleException(
                        "pickle: a tensor of the sizes %s in a storage of %d numbers".formatted(sizes, storage.size()));
            }
            shape[i] = (int) size;
            last += (size - 1) * stride;
        }
        if (count > 0 && last >= storage.size()) {
            throw new BundleException(
                    "pickle: a tensor of the sizes %s leaves its %d numbers".formatted(sizes, storage.size()));
        }
        numbers += count;
        if (numbers > GraphBuilder.NUMBERS_MAX) {
            throw new BundleException("pickle: its tensors have more than " + GraphBuilder.NUMBERS_MAX + " numbers");
        }
        final double[] values = new double[(int) count];
        for (int i = 0; i < values.length; i++) {
            int rest = i;
            long at = (Long) arguments.get(1);
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                at += rest % shape[axis] * (Long) strides.get(axis);
                rest /= shape[axis];
            }
            values[i] = storage.get((int) at);
        }
        return new Tensor("tensor", shape, values);
    }
}
