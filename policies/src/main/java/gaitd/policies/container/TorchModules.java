package gaitd.policies.container;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.FactsException;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.Tensor;
import gaitd.policies.cell.plan.PlanFunction;
import gaitd.policies.cell.plan.PlanOperator;
import gaitd.policies.graph.GraphBuilder;
import gaitd.policies.graph.GraphNetwork;
import gaitd.policies.graph.Recurrence;
import gaitd.policies.graph.RecurrentCell;
import gaitd.policies.graph.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Networks of TorchScript modules, by the classes and weights of their parts: a Sequential, or a policy as legged_gym, rsl_rl and Isaac
 * Lab export it, in which a normaliser, a memory and an actor follow each other. The text of a class tells a constant of its
 * function; it is not run.
 */
final class TorchModules {
    private static final List<List<String>> PARTS = List.of(
            List.of("normalizer", "obs_normalizer", "actor_obs_normalizer"),
            List.of("memory", "memory_a", "rnn"),
            List.of("actor", "policy", "net", "model"));
    private static final List<String> ESTIMATORS =
            List.of("estimator", "encoder", "adaptation_module", "history_encoder");
    private static final Pattern CONSTANT = Pattern.compile("\\(input, ([-+0-9.e]+)[,)]");
    private static final String NN = "torch.nn.modules.";
    private static final int[] LSTM_GATES = {0, 3, 1, 2};
    private static final int[] GRU_GATES = {1, 0, 2};

    private final GraphBuilder graph = new GraphBuilder();
    private final List<Recurrence> states = new ArrayList<>();
    private Function<String, String> code;
    private int depth;

    /** Finds the text of a class by its name. */
    TorchModules(final Function<String, String> code) {
        this.code = code;
    }

    /**
     * Reads a module.
     *
     * @param root the module
     * @param actorInput what an actor behind an estimator is given, null when nothing tells it
     */
    ImportedNetwork network(final TorchObject root, final String actorInput) {
        final String estimator = root.type.startsWith(NN) ? null : estimator(root);
        final List<TorchObject> parts = parts(root, estimator);
        if (estimator == null && actorInput != null) {
            throw new FactsException(
                    "fact %s: the module %s has no estimator".formatted(ActorInput.FACT, root.simpleType()));
        }
        Value value = estimator == null
                ? graph.input("obs", 1, inputs(parts))
                : estimated(List.of(encoder((TorchObject) root.fields.get(estimator))), parts, actorInput);
        for (final TorchObject part : parts) {
            value = run(part, value);
        }
        return GraphNetwork.of(graph, value, states);
    }

    /**
     * Reads an actor and the estimator before it.
     *
     * @param estimator a module
     * @param estimatorCode finds the text of its classes
     * @param actor a module
     * @param actorInput what the actor is given, null when nothing tells it
     */
    ImportedNetwork network(
            final TorchObject estimator,
            final Function<String, String> estimatorCode,
            final TorchObject actor,
            final String actorInput) {
        final List<TorchObject> parts = parts(actor, null);
        final Function<String, String> actorCode = code;
        code = estimatorCode;
        Value value = estimated(parts(estimator, null), parts, actorInput);
        code = actorCode;
        for (final TorchObject part : parts) {
            value = run(part, value);
        }
        return GraphNetwork.of(graph, value, states);
    }

    private static String estimator(final TorchObject root) {
        return ESTIMATORS.stream()
                .filter(name -> root.fields.get(name) instanceof final TorchObject part
                        && !part.simpleType().equals("Identity"))
                .findFirst()
                .orElse(null);
    }

    private static TorchObject encoder(final TorchObject estimator) {
        return estimator.fields.get("encoder") instanceof final TorchObject part ? part : estimator;
    }

    /** The input of an actor that is given an estimate beside the observation. */
    private Value estimated(final List<TorchObject> estimator, final List<TorchObject> actor, final String actorInput) {
        final Value obs = graph.input("obs", 1, inputs(estimator));
        Value estimate = obs;
        for (final TorchObject part : estimator) {
            estimate = run(part, estimate);
        }
        final int expected = inputs(actor);
        if (actorInput == null) {
            throw new FactsException(
                    "the module has an estimator, which takes %d values and gives %d, and an actor, which takes %d: %s"
                            .formatted(obs.size(), estimate.size(), expected, ActorInput.EXAMPLE));
        }
        final Value input = ActorInput.of(actorInput, graph, obs, estimate);
        if (input.size() != expected) {
            throw new FactsException(
                    "fact %s has %d values, the actor takes %d".formatted(ActorInput.FACT, input.size(), expected));
        }
        return input;
    }

    /** Modules that follow each other. */
    private static List<TorchObject> parts(final TorchObject root, final String estimator) {
        if (root.type.startsWith(NN)) {
            return List.of(root);
        }
        final List<TorchObject> parts = new ArrayList<>();
        final List<Object> left = new ArrayList<>(root.fields.keySet());
        left.remove(estimator);
        for (final List<String> names : estimator == null ? PARTS : PARTS.subList(PARTS.size() - 1, PARTS.size())) {
            for (final String name : names) {
                if (root.fields.get(name) instanceof final TorchObject part) {
                    parts.add(part);
                    left.remove(name);
                    break;
                }
            }
        }
        for (final Object name : left) {
            if (root.fields.get(name) instanceof final TorchObject part
                    && !part.simpleType().equals("Identity")) {
                throw new BundleException("the module %s has a part '%s' of class %s, whose place is not known:"
                                .formatted(root.simpleType(), name, part.simpleType())
                        + " export the policy as ONNX");
            }
        }
        if (parts.isEmpty()) {
            throw new BundleException(
                    "the module %s has no part 'actor': export the policy as ONNX".formatted(root.simpleType()));
        }
        return parts;
    }

    /** Inputs of the first layer that has weights. */
    private int inputs(final List<TorchObject> parts) {
        for (final TorchObject part : parts) {
            for (final String name : new String[] {"weight", "weight_ih_l0", "_mean"}) {
                if (part.fields.get(name) instanceof final Tensor tensor && tensor.shape().length > 0) {
                    return tensor.shape()[tensor.shape().length - 1];
                }
            }
            final List<TorchObject> inner = children(part);
            if (!inner.isEmpty()) {
                enter();
                final int size = inputs(inner);
                depth--;
                if (size > 0) {
                    return size;
                }
            }
        }
        return 0;
    }

    private void enter() {
        if (++depth > Pickle.DEPTH_MAX) {
            throw new BundleException("modules within modules without end");
        }
    }

    private static List<TorchObject> children(final TorchObject module) {
        return module.fields.values().stream()
                .filter(TorchObject.class::isInstance)
                .map(TorchObject.class::cast)
                .toList();
    }

    private Value run(final TorchObject module, final Value x) {
        enter();
        final Value y = apply(module, x);
        depth--;
        return y;
    }

    private Value apply(final TorchObject module, final Value x) {
        final String type = module.simpleType();
        if (type.equals("EmpiricalNormalization")) {
            return normalised(module, x);
        }
        if (type.equals("Memory") && module.fields.get("rnn") instanceof final TorchObject rnn) {
            return run(rnn, x);
        }
        if (!module.type.startsWith(NN)) {
            throw unknown(module);
        }
        return switch (type) {
            case "Sequential" -> {
                Value value = x;
                for (final TorchObject child : children(module)) {
                    value = run(child, value);
                }
                yield value;
            }
            case "Linear" -> linear(module, x);
            case "LSTM", "GRU" -> memory(module, x, type.equals("LSTM"));
            case "Identity", "Dropout" -> x;
            case "ELU" -> graph.map(PlanFunction.ELU, constant(module, 1), 1, x);
            case "LeakyReLU" -> graph.map(PlanFunction.LEAKY_RELU, constant(module, 0.01), 0, x);
            case "ReLU" -> function(PlanFunction.RELU, x);
            case "Tanh" -> function(PlanFunction.TANH, x);
            case "Sigmoid" -> function(PlanFunction.SIGMOID, x);
            case "SiLU" -> graph.map(PlanFunction.SWISH, 1, 0, x);
            case "Mish" -> function(PlanFunction.MISH, x);
            case "Softsign" -> function(PlanFunction.SOFTSIGN, x);
            case "Hardswish" -> function(PlanFunction.HARD_SWISH, x);
            default -> throw unknown(module);
        };
    }

    private static BundleException unknown(final TorchObject module) {
        return new BundleException(
                "a module of class %s is not known; known are Sequential, Linear, LSTM, GRU, Identity,"
                                .formatted(module.type)
                        + " Dropout, ELU, LeakyReLU, ReLU, Tanh, Sigmoid, SiLU, Mish, Softsign, Hardswish and"
                        + " EmpiricalNormalization: export the policy as ONNX");
    }

    private Value function(final PlanFunction function, final Value x) {
        return graph.map(function, 0, 0, x);
    }

    /** The constant that the text of the class passes to its function. */
    private double constant(final TorchObject module, final double otherwise) {
        final Matcher matcher = CONSTANT.matcher(code.apply(module.type));
        try {
            return matcher.find() ? Double.parseDouble(matcher.group(1)) : otherwise;
        } catch (final NumberFormatException e) {
            throw new BundleException("class %s has the constant '%s'".formatted(module.type, matcher.group(1)));
        }
    }

    private static Tensor tensor(final TorchObject module, final String name, final int... shape) {
        if (module.fields.get(name) instanceof final Tensor tensor
                && (shape.length == 0 || Arrays.equals(tensor.shape(), shape))) {
            return tensor;
        }
        throw new BundleException("a module of class %s has no tensor '%s' of the right shape%s"
                .formatted(module.simpleType(), name, shape.length == 0 ? "" : ", " + Arrays.toString(shape)));
    }

    private Value linear(final TorchObject module, final Value x) {
        final int in = x.dimension(-1);
        final int out = rows(module, "weight");
        final double[] bias = module.fields.get("bias") instanceof Tensor
                ? tensor(module, "bias", out).values()
                : new double[out];
        return graph.affine(x, columns(tensor(module, "weight", out, in).values(), in), bias);
    }

    private static int rows(final TorchObject module, final String name) {
        final int[] shape = tensor(module, name).shape();
        if (shape.length != 2) {
            throw new BundleException(
                    "a module of class %s has a tensor '%s' that is no matrix".formatted(module.simpleType(), name));
        }
        return shape[0];
    }

    /** Rows of a matrix as columns. */
    private static double[] columns(final double[] values, final int in) {
        final int out = values.length / Math.max(in, 1);
        final double[] turned = new double[values.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = values[i % out * in + i / out];
        }
        return turned;
    }

    private Value memory(final TorchObject module, final Value x, final boolean lstm) {
        Value value = x;
        for (int layer = 0; module.fields.containsKey("weight_ih_l" + layer); layer++) {
            final int[] order = lstm ? LSTM_GATES : GRU_GATES;
            final int rows = rows(module, "weight_ih_l" + layer);
            final int units = rows / order.length;
            final int in = value.dimension(-1);
            if (units * order.length != rows || units == 0) {
                throw new BundleException(
                        "a memory of %d rows, expected %d for each unit".formatted(rows, order.length));
            }
            final double[] drive = blocks(tensor(module, "weight_ih_l" + layer, rows, in), order);
            final double[] inner = blocks(tensor(module, "weight_hh_l" + layer, rows, units), order);
            final double[] bias = blocks(tensor(module, "bias_ih_l" + layer, rows), order);
            final RecurrentCell cell = new RecurrentCell(
                    graph, units, columns(inner, units), blocks(tensor(module, "bias_hh_l" + layer, rows), order));
            final List<Value> before = new ArrayList<>();
            for (int i = 0; i < (lstm ? 2 : 1); i++) {
                before.add(graph.state("state" + layer + "." + i, 1, units));
            }
            final Value driven = graph.affine(value, columns(drive, in), bias);
            final List<Value> after = lstm ? cell.lstm(driven, before) : cell.gru(driven, before);
            for (int i = 0; i < before.size(); i++) {
                states.add(new Recurrence(before.get(i), after.get(i)));
            }
            value = after.getFirst();
        }
        return value;
    }

    /** Values in blocks of equal size, in another order. */
    private static double[] blocks(final Tensor tensor, final int... order) {
        final double[] from = tensor.values();
        final double[] to = new double[from.length];
        final int size = from.length / order.length;
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(from, order[i] * size, to, i * size, size);
        }
        return to;
    }

    /** (x - mean) / (deviation + eps), as rsl_rl has it. */
    private Value normalised(final TorchObject module, final Value x) {
        final int size = x.dimension(-1);
        final double[] mean = tensor(module, "_mean").values();
        final double[] deviation = tensor(module, "_std").values();
        if (mean.length != size
                || deviation.length != size
                || !(module.fields.get("eps") instanceof final Double eps)) {
            throw new BundleException(
                    "the normaliser has no mean and deviation of %d values, or no eps".formatted(size));
        }
        for (int i = 0; i < size; i++) {
            deviation[i] += eps;
        }
        final Value centred = graph.combine(PlanOperator.SUBTRACT, x, graph.constant(mean, false, 1, size));
        return graph.combine(PlanOperator.DIVIDE, centred, graph.constant(deviation, false, 1, size));
    }
}
