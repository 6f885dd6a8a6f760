package gaitd.policies.gradient;

import gaitd.policies.cell.CellSpec;
import gaitd.policies.cell.CfcSpec;
import gaitd.policies.cell.ConductanceSpec;
import gaitd.policies.cell.ConductanceSpec.Mapping;
import gaitd.policies.cell.CtGruSpec;
import gaitd.policies.cell.GruSpec;
import gaitd.policies.cell.LstmSpec;
import gaitd.policies.cell.MixedMemorySpec;
import gaitd.policies.cell.MlpSpec;
import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.cell.ProjectedSpec;
import gaitd.policies.cell.WiredCfcSpec;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.solver.Scheme;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Every cell and variant in random sizes, and parameters that suit it. */
final class RandomCells {
    private static final Activation[] SMOOTH = {
        Activation.TANH, Activation.SILU, Activation.GELU, Activation.LECUN_TANH, Activation.SIGMOID, Activation.ELU
    };

    private RandomCells() {}

    static Map<String, CellSpec> all(final Random random) {
        final Map<String, CellSpec> specs = new LinkedHashMap<>();
        for (final OdeKind kind : OdeKind.values()) {
            for (final Scheme scheme : new Scheme[] {Scheme.EXPLICIT_EULER, Scheme.SEMI_IMPLICIT, Scheme.RK4}) {
                for (final Activation gate : new Activation[] {Activation.TANH, Activation.SIGMOID}) {
                    specs.put(kind + " " + scheme + " " + gate, ode(kind, scheme, gate, random));
                }
            }
        }
        for (final boolean softplus : new boolean[] {true, false}) {
            for (final Mapping map : Mapping.values()) {
                specs.put("conductance " + softplus + " " + map, conductance(softplus, map, random));
            }
        }
        specs.put("conductance with memory", new MixedMemorySpec(conductance(true, Mapping.AFFINE, random)));
        for (final CfcSpec.Mode mode : CfcSpec.Mode.values()) {
            for (int layers = 0; layers <= 3; layers++) {
                specs.put("cfc " + mode + " " + layers, cfc(mode, layers, random));
            }
            specs.put("cfc wired " + mode, wired(mode, random));
            specs.put("cfc with memory " + mode, new MixedMemorySpec(cfc(mode, 1, random)));
            specs.put("cfc projected " + mode, new ProjectedSpec(cfc(mode, 1, random), size(random)));
        }
        specs.put(
                "wired with memory and projection",
                new ProjectedSpec(new MixedMemorySpec(wired(CfcSpec.Mode.DEFAULT, random)), 2));
        specs.put("lstm", new LstmSpec(size(random), size(random)));
        specs.put("gru", new GruSpec(size(random), size(random)));
        specs.put("ct-gru", new CtGruSpec(size(random), size(random), 1 + random.nextInt(5), 0.3));
        specs.put("mlp", new MlpSpec(smooth(random), size(random), size(random), size(random), size(random)));
        specs.put("linear", new MlpSpec(Activation.RELU, size(random), size(random)));
        specs.put("mlp softplus", new MlpSpec(Activation.SOFTPLUS, 3, 6, 2));
        specs.put("mlp exp", new MlpSpec(Activation.EXP, 3, 6, 2));
        specs.put("mlp relu", new MlpSpec(Activation.RELU, 3, 7, 2));
        return specs;
    }

    private static OdeSpec ode(final OdeKind kind, final Scheme scheme, final Activation gate, final Random random) {
        final int neurons = size(random);
        final boolean sparse = random.nextBoolean();
        return new OdeSpec(
                kind,
                gate,
                sparse ? some(size(random), neurons, random) : Synapses.full(size(random), neurons),
                sparse ? some(neurons, neurons, random) : Synapses.full(neurons, neurons),
                random.nextInt(4),
                scheme,
                1 + random.nextInt(4));
    }

    private static ConductanceSpec conductance(final boolean softplus, final Mapping map, final Random random) {
        final int neurons = size(random);
        final boolean sparse = random.nextBoolean();
        return new ConductanceSpec(
                sparse ? some(size(random), neurons, random) : Synapses.full(size(random), neurons),
                sparse ? some(neurons, neurons, random) : Synapses.full(neurons, neurons),
                1 + random.nextInt(neurons),
                1 + random.nextInt(6),
                ConductanceSpec.DEFAULT_EPSILON,
                softplus,
                map,
                map);
    }

    private static CfcSpec cfc(final CfcSpec.Mode mode, final int layers, final Random random) {
        return new CfcSpec(size(random), size(random), mode, layers, size(random), smooth(random));
    }

    private static WiredCfcSpec wired(final CfcSpec.Mode mode, final Random random) {
        final int inter = size(random);
        final int command = size(random);
        final int motor = size(random);
        return new WiredCfcSpec(
                mode,
                some(size(random) + inter, inter, random),
                some(inter + command, command, random),
                some(command + motor, motor, random));
    }

    static Synapses some(final int sources, final int targets, final Random random) {
        final boolean[] mask = new boolean[sources * targets];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextInt(3) > 0;
        }
        return Synapses.of(mask, sources, targets);
    }

    private static Activation smooth(final Random random) {
        return SMOOTH[random.nextInt(SMOOTH.length)];
    }

    private static int size(final Random random) {
        return 1 + random.nextInt(7);
    }

    /** Time constants and what must be positive from 0.3 to 0.9, the rest from -1 to 1. */
    static double[] parameters(final ParameterLayout layout, final Random random) {
        final double[] parameters = new double[layout.size()];
        for (int i = 0; i < layout.count(); i++) {
            final ParameterLayout.Slice slice = layout.slice(i);
            final boolean positive = slice.name().matches("tau|cm|gleak|w|sensory_w");
            for (int k = slice.offset(); k < slice.offset() + slice.size(); k++) {
                parameters[k] = positive ? 0.3 + 0.6 * random.nextDouble() : 2 * random.nextDouble() - 1;
            }
        }
        return parameters;
    }
}
