package gaitd.bench.dynamics;

import gaitd.hal.A1;
import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import gaitd.sim.engine.DynamicsReadout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Compares the engine's dynamics with a file of states and reference results.
 *
 * <p>The links are read from the file beside it: {@code links.json} for the model {@code a1_golden.xml},
 * {@code links_payload.json} for {@code a1_golden_payload.xml}. The error of a quantity in a case is its largest
 * difference over the larger of 1 and its largest reference value.
 */
public final class DynamicsCheck {
    /** Largest error that passes. */
    public static final double TOLERANCE = 1e-9;

    /**
     * Outcome for one quantity.
     *
     * @param quantity its name in the file
     * @param cases in how many states it was given
     * @param worstError largest error over these
     * @param tolerance largest error that passes
     * @param pass whether it was given at all and passes
     */
    public record Result(String quantity, int cases, double worstError, double tolerance, boolean pass) {}

    private static final int BASE_LINEAR = 0;
    private static final int BASE_ANGULAR = 1;
    private static final int JOINT = 2;
    private static final int MASS = 3;
    private static final int BIAS = 4;
    private static final int FOOT = 5;
    private static final int JACOBIAN = 6;
    private static final int KINETIC = 7;
    private static final int POTENTIAL = 8;
    private static final int COM = 9;
    private static final String[] FIELDS = {
        "base_linear_acceleration",
        "base_angular_acceleration",
        "joint_acceleration",
        "mass_matrix",
        "bias_force",
        "foot_position",
        "foot_jacobian",
        "kinetic_energy",
        "potential_energy",
        "center_of_mass"
    };
    private static final int[] LENGTHS = {3, 3, 12, 324, 18, 12, 216, 1, 1, 3};

    private final DynamicsReadout dynamics;
    private final int[] cases = new int[FIELDS.length];
    private final double[] worst = new double[FIELDS.length];

    private DynamicsCheck(final DynamicsReadout dynamics) {
        this.dynamics = dynamics;
    }

    /**
     * Checks every state of a file.
     *
     * @param file the states
     * @return one result a quantity, those never given included (they do not pass)
     * @throws IOException when a file cannot be read or has another format, in one line
     */
    public static List<Result> run(final Path file) throws IOException {
        final JsonFields root = JsonFields.read(file);
        final Path links = file.resolveSibling(linksName(root.text("model"), file));
        final DynamicsCheck check = new DynamicsCheck(new DynamicsReadout(LinksFile.read(links)));
        for (final JsonFields state : root.objects("states")) {
            check.state(state);
        }
        return check.results();
    }

    private static String linksName(final String model, final Path file) throws IOException {
        return switch (model) {
            case "a1_golden.xml" -> "links.json";
            case "a1_golden_payload.xml" -> "links_payload.json";
            default ->
                throw new IOException(
                        file + ": model is \"" + model + "\", known are a1_golden.xml and a1_golden_payload.xml");
        };
    }

    private void state(final JsonFields state) throws FormatException {
        dynamics.update(
                state.flat("base_position", 3),
                state.flat("base_quaternion_wxyz", 4),
                state.flat("base_linear_velocity", 3),
                state.flat("base_angular_velocity", 3),
                state.flat("joint_position", 12),
                state.flat("joint_velocity", 12));
        final double[] acceleration = new double[18];
        dynamics.acceleration(
                state.flat("joint_torque", 12),
                numbersOrZero(state, "external_force"),
                numbersOrZero(state, "external_force_point"),
                acceleration);
        compare(BASE_LINEAR, state, Arrays.copyOfRange(acceleration, 0, 3));
        compare(BASE_ANGULAR, state, Arrays.copyOfRange(acceleration, 3, 6));
        compare(JOINT, state, Arrays.copyOfRange(acceleration, 6, 18));
        final double[] mass = new double[324];
        dynamics.massMatrix(mass);
        compare(MASS, state, mass);
        final double[] bias = new double[18];
        dynamics.biasForce(bias);
        compare(BIAS, state, bias);
        final double[] foot = new double[12];
        dynamics.footPosition(foot);
        compare(FOOT, state, foot);
        compare(JACOBIAN, state, jacobians());
        compare(KINETIC, state, new double[] {dynamics.kineticEnergyJ()});
        compare(POTENTIAL, state, new double[] {dynamics.potentialEnergyJ()});
        final double[] com = new double[3];
        dynamics.centerOfMass(com);
        compare(COM, state, com);
    }

    private double[] jacobians() {
        final double[] all = new double[216];
        final double[] one = new double[54];
        for (int leg = 0; leg < A1.LEGS; leg++) {
            dynamics.footJacobian(leg, one);
            System.arraycopy(one, 0, all, 54 * leg, 54);
        }
        return all;
    }

    private double[] numbersOrZero(final JsonFields state, final String field) throws FormatException {
        return state.has(field) ? state.flat(field, 3) : new double[3];
    }

    private void compare(final int quantity, final JsonFields state, final double[] ours) throws FormatException {
        if (!state.has(FIELDS[quantity])) {
            return;
        }
        final double[] theirs = state.flat(FIELDS[quantity], LENGTHS[quantity]);
        double scale = 1;
        double error = 0;
        for (int i = 0; i < theirs.length; i++) {
            scale = Math.max(scale, Math.abs(theirs[i]));
            error = Math.max(error, Math.abs(ours[i] - theirs[i]));
        }
        cases[quantity]++;
        worst[quantity] = Math.max(worst[quantity], error / scale);
    }

    private List<Result> results() {
        final Result[] out = new Result[FIELDS.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = new Result(FIELDS[i], cases[i], worst[i], TOLERANCE, cases[i] > 0 && worst[i] <= TOLERANCE);
        }
        return List.of(out);
    }
}
