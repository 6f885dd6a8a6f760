package gaitd.policies.onnx;

import static gaitd.policies.onnx.ModelWriter.attribute;

import java.util.SplittableRandom;

/** A random policy as exporters write them: memories, norms, branches, histories and all ways to write a product. */
final class RandomGraph {
    private static final String[] FUNCTIONS = {
        "Relu",
        "Tanh",
        "Sigmoid",
        "Softplus",
        "Softsign",
        "HardSwish",
        "Abs",
        "Exp",
        "Erf",
        "Sin",
        "Cos",
        "Elu",
        "Selu",
        "Celu",
        "LeakyRelu",
        "HardSigmoid"
    };

    private final SplittableRandom random;
    private final ModelWriter writer;
    /** Name and size of the current value, one row. */
    private String at = "obs";

    private int size;
    private int names;
    /** What the last product takes besides, so that no input is without use. */
    private String observations = ",obs";

    private int observed;

    private RandomGraph(final long seed) {
        random = new SplittableRandom(seed);
        writer = new ModelWriter(seed);
    }

    static byte[] model(final long seed) {
        return new RandomGraph(seed).write();
    }

    private byte[] write() {
        size = random.nextInt(2, 20);
        writer.input("obs", random.nextBoolean() ? 1 : -1, size);
        observed = size;
        if (random.nextInt(3) == 0) {
            history();
        }
        for (int k = random.nextInt(2, 9); k > 0; k--) {
            part();
        }
        if (random.nextInt(4) == 0) {
            final String trunk = at;
            final int width = size;
            product(1);
            writer.node("Identity", at, "value").output("value", -1, 1);
            at = trunk;
            size = width;
        }
        next("Concat", at + observations, attribute("axis", 1L));
        size += observed;
        product(random.nextInt(1, 13));
        function(random.nextInt(3) == 0 ? "Tanh" : "Identity");
        writer.node("Identity", at, "actions").output("actions", -1, size);
        return writer.model();
    }

    private String name() {
        return "n" + names++;
    }

    private void next(final String type, final String inputs, final byte[]... attributes) {
        final String output = name();
        writer.node(type, inputs, output, attributes);
        at = output;
    }

    private String constant(final long... dims) {
        final String name = name();
        writer.random(name, dims);
        if (random.nextInt(5) > 0) {
            return name;
        }
        writer.node("Identity", name, name + "_same");
        return name + "_same";
    }

    private String number(final double value) {
        final String name = name();
        writer.constant(name, new float[] {(float) value});
        return name;
    }

    private String wholes(final long... values) {
        final String name = name();
        writer.wholes(name, values);
        return name;
    }

    private void part() {
        switch (random.nextInt(17)) {
            case 0, 1, 2 -> product(random.nextInt(1, 24));
            case 3, 4 -> function(FUNCTIONS[random.nextInt(FUNCTIONS.length)]);
            case 5 -> swish();
            case 6 -> clip();
            case 7 ->
                next(
                        "LayerNormalization",
                        String.join(",", at, constant(size), constant(size)),
                        attribute("epsilon", 0.1f));
            case 8 -> writtenOutNorm();
            case 9 -> halves();
            case 10 -> slice();
            case 11 -> turned();
            case 12 -> residual();
            case 13 -> scale();
            case 14 -> next("Gather", at + "," + order(), attribute("axis", 1L));
            case 15 -> memory();
            default -> lengthOne();
        }
    }

    private void product(final int out) {
        switch (random.nextInt(5)) {
            case 0 -> next("MatMul", at + "," + constant(size, out));
            case 1 -> next("Gemm", String.join(",", at, constant(size, out), constant(random.nextBoolean() ? 1 : out)));
            case 2 ->
                next(
                        "Gemm",
                        String.join(",", at, constant(out, size), constant(1, out)),
                        attribute("transB", 1L),
                        attribute("alpha", 0.5f),
                        attribute("beta", 2f));
            case 3 -> {
                final String turned = name();
                writer.node("Transpose", constant(out, size), turned, attribute("perm", new long[] {1, 0}));
                next("MatMul", at + "," + turned);
                next("Add", random.nextBoolean() ? at + "," + constant(out) : constant(out) + "," + at);
            }
            default -> next("Gemm", at + "," + constant(out, size), attribute("transB", 1L));
        }
        size = out;
    }

    private void function(final String type) {
        final boolean alpha = type.equals("Elu") || type.equals("LeakyRelu") || type.equals("Celu");
        if (alpha && random.nextBoolean()) {
            next(type, at, attribute("alpha", (float) random.nextDouble(0.05, 2)));
        } else if (type.equals("Exp") || type.equals("Sin") || type.equals("Cos")) {
            // float numbers that are large before these are without meaning behind them
            next("Clip", String.join(",", at, number(-2), number(1)));
            next(type, at);
        } else {
            next(type, at);
        }
    }

    private void swish() {
        final String x = at;
        if (random.nextBoolean()) {
            next("Mul", at + "," + number(1.702));
        }
        next("Sigmoid", at);
        next("Mul", random.nextBoolean() ? at + "," + x : x + "," + at);
    }

    private void clip() {
        final double low = random.nextDouble(-1, 0.5);
        switch (random.nextInt(4)) {
            case 0 -> next("Clip", String.join(",", at, number(low), number(low + 1)));
            case 1 -> next("Clip", at + "," + number(low));
            case 2 -> next("Clip", at + ",," + number(low));
            default -> next("Min", at + "," + number(low));
        }
    }

    private void writtenOutNorm() {
        final String x = at;
        next("ReduceMean", x, attribute("axes", new long[] {-1}));
        next("Sub", x + "," + at);
        final String centred = at;
        next("Pow", at + "," + number(2));
        next("ReduceMean", at, attribute("axes", new long[] {-1}));
        next("Add", at + "," + number(0.1));
        next("Sqrt", at);
        next("Div", centred + "," + at);
    }

    private void lengthOne() {
        if (random.nextBoolean()) {
            next("Softmax", at);
            return;
        }
        final String x = at;
        next("ReduceL2", x, attribute("axes", new long[] {1}));
        next("Max", at + "," + number(0.5));
        next("Div", x + "," + at);
    }

    private void halves() {
        final int first = random.nextInt(1, size + 1);
        if (first == size) {
            return;
        }
        final String a = name();
        final String b = name();
        writer.node("Split", at + "," + wholes(first, size - first), a + "," + b, attribute("axis", 1L));
        at = a;
        function("Tanh");
        if (random.nextBoolean()) {
            next("Concat", b + "," + at, attribute("axis", -1L));
        } else {
            next("Concat", String.join(",", at, b, a), attribute("axis", -1L));
            size += first;
        }
    }

    private void slice() {
        final int from = random.nextInt(size);
        final int to = random.nextInt(from + 1, size + 1);
        if (random.nextBoolean()) {
            next("Slice", String.join(",", at, wholes(from), wholes(to), wholes(1)));
            size = to - from;
        } else {
            next("Slice", String.join(",", at, wholes(-1), wholes(Long.MIN_VALUE), wholes(-1), wholes(-2)));
            size = (size + 1) / 2;
        }
    }

    private void turned() {
        final int rows = random.nextInt(1, 5);
        product(rows * random.nextInt(1, 6));
        next("Reshape", at + "," + wholes(0, rows, -1));
        next("Transpose", at, attribute("perm", new long[] {0, 2, 1}));
        if (random.nextBoolean()) {
            next("MatMul", at + "," + constant(rows, rows));
        }
        if (random.nextBoolean()) {
            final String x = at;
            next("Transpose", x, attribute("perm", new long[] {0, 2, 1}));
            next("MatMul", x + "," + at);
            next("Tanh", at);
            size = size / rows * (size / rows);
        }
        next("Flatten", at);
    }

    private void residual() {
        final String x = at;
        final int width = size;
        product(random.nextInt(1, 9));
        function("Elu");
        product(width);
        next(random.nextBoolean() ? "Add" : "Max", random.nextBoolean() ? x + "," + at : at + "," + x);
    }

    private void scale() {
        switch (random.nextInt(6)) {
            case 0 -> next("Mul", at + "," + constant(size));
            case 1 -> next("Sub", constant(1, size) + "," + at);
            case 2 -> next("Sub", at + "," + constant(size));
            case 3 -> next("Div", at + "," + number(random.nextDouble(0.5, 3)));
            case 4 -> next("Sub", number(0.7) + "," + at);
            default -> next("Neg", at);
        }
    }

    private String order() {
        final long[] order = new long[random.nextInt(1, 2 * size)];
        for (int i = 0; i < order.length; i++) {
            order[i] = random.nextInt(-size, size);
        }
        size = order.length;
        return wholes(order);
    }

    private void memory() {
        final boolean lstm = random.nextBoolean();
        final int units = random.nextInt(1, 9);
        final long gates = lstm ? 4 : 3;
        final String h = name();
        final String c = name();
        writer.input(h + "_in", 1, 1, units).output(h + "_out", 1, 1, units);
        next("Unsqueeze", at + "," + wholes(0));
        final String weights = String.join(
                ",",
                at,
                constant(1, gates * units, size),
                constant(1, gates * units, units),
                constant(1, 2 * gates * units));
        final String y = name();
        if (lstm) {
            writer.input(c + "_in", 1, 1, units).output(c + "_out", 1, 1, units);
            writer.node(
                    "LSTM",
                    weights + ",," + h + "_in," + c + "_in",
                    String.join(",", y, h + "_out", c + "_out"),
                    attribute("hidden_size", (long) units));
        } else {
            writer.node(
                    "GRU",
                    weights + ",," + h + "_in",
                    y + "," + h + "_out",
                    attribute("hidden_size", (long) units),
                    attribute("linear_before_reset", (long) random.nextInt(2)));
        }
        at = y;
        next("Squeeze", at + "," + wholes(0, 1));
        size = units;
    }

    /** A second input of some past observations: through a memory, a convolution or flat, joined with the first. */
    private void history() {
        final int steps = random.nextInt(2, 7);
        final int each = random.nextInt(1, 8);
        final int units = random.nextInt(1, 6);
        final String obs = at;
        final int width = size;
        writer.input("history", 1, steps, each);
        at = "history";
        switch (random.nextInt(3)) {
            case 0 -> {
                next("Transpose", at, attribute("perm", new long[] {1, 0, 2}));
                final String y = name();
                final String last = name();
                writer.node(
                        "LSTM",
                        String.join(
                                ",",
                                at,
                                constant(1, 4L * units, each),
                                constant(1, 4L * units, units),
                                constant(1, 8L * units)),
                        y + "," + last,
                        attribute("hidden_size", (long) units));
                at = last;
                next("Squeeze", at + "," + wholes(0));
                size = units;
            }
            case 1 -> {
                next("Transpose", at, attribute("perm", new long[] {0, 2, 1}));
                next(
                        "Conv",
                        String.join(",", at, constant(units, each, 2), constant(units)),
                        attribute("strides", new long[] {2}),
                        attribute("pads", new long[] {1, 0}));
                next("Flatten", at);
                size = units * ((steps + 1 - 2) / 2 + 1);
            }
            default -> {
                next("Flatten", at);
                size = steps * each;
            }
        }
        final int second = size;
        writer.node("Flatten", "history", "all_history");
        observations += ",all_history";
        observed += steps * each;
        function("Tanh");
        next("Concat", obs + "," + at, attribute("axis", 1L));
        size = width + second;
    }
}
