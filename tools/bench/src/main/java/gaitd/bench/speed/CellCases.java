package gaitd.bench.speed;

import gaitd.policies.cell.CfcSpec;
import gaitd.policies.cell.ConductanceSpec;
import gaitd.policies.cell.MlpSpec;
import gaitd.policies.cell.OdeKind;
import gaitd.policies.cell.OdeSpec;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Synapses;
import gaitd.policies.solver.Scheme;
import gaitd.policies.wiring.CircuitSpec;
import gaitd.policies.wiring.Wiring;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The cells that are measured: sizes of a residual policy for twelve joints, random weights in the ranges of trained
 * ones.
 */
final class CellCases {
    /** Inputs, used in turn. */
    static final int FRAMES = 16;

    private static final int INPUTS = 48;
    private static final int OUTPUTS = 12;
    private static final int UNFOLDS = 6;
    private static final int WIDE = 64;
    private static final int NARROW = 32;
    private static final int BACKBONE = 128;
    private static final double SPARSITY = 0.5;
    private static final int[] ACTOR = {512, 256, 128};

    private CellCases() {}

    static List<CellCase> all() {
        return List.of(report(), conductance(), circuit(), closedForm(), actor());
    }

    private static CellCase report() {
        return new CellCase(
                "report_ltc_64",
                "report LTC 64, 48 inputs, 6 unfolds",
                OdeSpec.full(OdeKind.LTC, INPUTS, WIDE, OUTPUTS, Scheme.SEMI_IMPLICIT, UNFOLDS),
                "ltc.c",
                sizes(WIDE, OUTPUTS),
                List.of());
    }

    private static CellCase conductance() {
        final Wiring wiring = Wiring.full(INPUTS, NARROW, OUTPUTS, 1);
        return new CellCase(
                "conductance_ltc_32",
                "conductance LTC 32, fully connected",
                conductance(wiring),
                "conductance.c",
                sizes(NARROW, OUTPUTS),
                List.of());
    }

    private static CellCase circuit() {
        final Wiring wiring =
                CircuitSpec.auto(INPUTS, NARROW, OUTPUTS, SPARSITY).wiring(CircuitSpec.DEFAULT_SEED);
        final Map<String, Integer> sizes = sizes(NARROW, OUTPUTS);
        sizes.put("INNER", wiring.inner().count());
        sizes.put("SENSORY", wiring.sensory().count());
        final int[] pattern = new int
                [2 * (NARROW + 1) + wiring.inner().count() + wiring.sensory().count()];
        addPattern(wiring.sensory(), pattern, addPattern(wiring.inner(), pattern, 0));
        return new CellCase(
                "auto_ncp_32",
                "AutoNCP 32, sparsity 0.5",
                conductance(wiring),
                "sparse.c",
                sizes,
                Arrays.stream(pattern).boxed().toList());
    }

    private static CellCase closedForm() {
        final Map<String, Integer> sizes = sizes(WIDE, WIDE);
        sizes.put("BACKBONE", BACKBONE);
        return new CellCase(
                "cfc_64",
                "CfC 64, backbone 1 x 128",
                new CfcSpec(INPUTS, WIDE, CfcSpec.Mode.DEFAULT, 1, BACKBONE, Activation.LECUN_TANH),
                "cfc.c",
                sizes,
                List.of());
    }

    /** The network of most published policies of legged robots. */
    private static CellCase actor() {
        final Map<String, Integer> sizes = sizes(ACTOR[0], OUTPUTS);
        sizes.put("FIRST", ACTOR[0]);
        sizes.put("SECOND", ACTOR[1]);
        sizes.put("THIRD", ACTOR[2]);
        return new CellCase(
                "actor_512_256_128",
                "actor 512-256-128 with ELU",
                new MlpSpec(Activation.ELU, INPUTS, ACTOR[0], ACTOR[1], ACTOR[2], OUTPUTS),
                "actor.c",
                sizes,
                List.of());
    }

    private static ConductanceSpec conductance(final Wiring wiring) {
        return new ConductanceSpec(
                wiring.sensory(),
                wiring.inner(),
                OUTPUTS,
                UNFOLDS,
                ConductanceSpec.DEFAULT_EPSILON,
                false,
                ConductanceSpec.Mapping.NONE,
                ConductanceSpec.Mapping.NONE);
    }

    private static Map<String, Integer> sizes(final int neurons, final int outputs) {
        final Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("FRAMES", FRAMES);
        sizes.put("INPUTS", INPUTS);
        sizes.put("NEURONS", neurons);
        sizes.put("OUTPUTS", outputs);
        sizes.put("UNFOLDS", UNFOLDS);
        return sizes;
    }

    private static int addPattern(final Synapses synapses, final int[] to, final int at) {
        final int sourcesAt = at + synapses.targets() + 1;
        for (int k = 0; k < synapses.count(); k++) {
            to[at + synapses.target(k) + 1]++;
            to[sourcesAt + k] = synapses.source(k);
        }
        for (int j = 0; j < synapses.targets(); j++) {
            to[at + j + 1] += to[at + j];
        }
        return sourcesAt + synapses.count();
    }

    /**
     * Weights that keep states away from zero and saturation: positive where the equations ask for it, matrices scaled
     * by their number of sources.
     */
    static float[] parameters(final ParameterLayout layout, final Random random) {
        final float[] parameters = new float[layout.size()];
        for (int s = 0; s < layout.count(); s++) {
            final ParameterLayout.Slice slice = layout.slice(s);
            final double scale = 1 / Math.sqrt(slice.rows());
            for (int k = slice.offset(); k < slice.offset() + slice.size(); k++) {
                parameters[k] = (float)
                        switch (slice.name().replace("sensory_", "")) {
                            case "tau" -> random.nextDouble(0.2, 0.8);
                            case "cm" -> random.nextDouble(0.4, 0.6);
                            case "gleak", "w" -> random.nextDouble(0.001, 1);
                            case "vleak" -> random.nextDouble(-0.2, 0.2);
                            case "sigma" -> random.nextDouble(3, 8);
                            case "mu" -> random.nextDouble(0.3, 0.8);
                            case "erev" -> random.nextBoolean() ? 1 : -1;
                            default -> scale * random.nextGaussian();
                        };
            }
        }
        return parameters;
    }
}
