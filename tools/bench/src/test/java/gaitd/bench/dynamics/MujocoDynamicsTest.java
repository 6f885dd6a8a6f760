package gaitd.bench.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.text.JsonFields;
import gaitd.sim.engine.DynamicsReadout;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.mujoco.MujocoDynamics;
import gaitd.sim.mujoco.MujocoLibrary;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unconstrained accelerations of the written model against the reference states and the embedded engine. */
class MujocoDynamicsTest {
    private static final double RELATIVE = 1e-8;

    private static Path resource(final String name) throws URISyntaxException {
        return Path.of(LinksFile.class.getResource(name).toURI());
    }

    private static MujocoLibrary library() {
        try {
            return MujocoLibrary.find();
        } catch (final IOException e) {
            return Assumptions.abort("skipped: " + e.getMessage());
        }
    }

    private static double[] forceOrNone(final JsonFields state, final String field) throws IOException {
        return state.has(field) ? state.vector(field, 3) : new double[3];
    }

    @ParameterizedTest
    @CsvSource({"states.json, links.json, 100", "states_payload.json, links_payload.json, 50"})
    void agreeWithReferenceAndEmbeddedEngine(final String states, final String links, final int count)
            throws Exception {
        final RobotModel model = LinksFile.read(resource(links)).withJointLosses(0, 0);
        final DynamicsReadout embedded = new DynamicsReadout(model);
        final JsonFields[] list = JsonFields.read(resource(states)).objects("states");
        assertEquals(count, list.length);
        try (MujocoDynamics mujoco = new MujocoDynamics(library(), model)) {
            for (final JsonFields state : list) {
                check(mujoco, embedded, state);
            }
        }
    }

    private static void check(final MujocoDynamics mujoco, final DynamicsReadout embedded, final JsonFields state)
            throws IOException {
        final double[] position = state.vector("base_position", 3);
        final double[] quaternion = state.vector("base_quaternion_wxyz", 4);
        final double[] velocity = state.vector("base_linear_velocity", 3);
        final double[] turning = state.vector("base_angular_velocity", 3);
        final double[] q = state.vector("joint_position", 12);
        final double[] dq = state.vector("joint_velocity", 12);
        final double[] torque = state.vector("joint_torque", 12);
        final double[] force = forceOrNone(state, "external_force");
        final double[] point = forceOrNone(state, "external_force_point");
        final double[] ours = new double[18];
        mujoco.acceleration(
                join(position, quaternion, q),
                join(velocity, turning, dq),
                join(force, moment(quaternion, force, point), torque),
                ours);
        final double[] reference = new double[18];
        System.arraycopy(state.vector("base_linear_acceleration", 3), 0, reference, 0, 3);
        System.arraycopy(state.vector("base_angular_acceleration", 3), 0, reference, 3, 3);
        System.arraycopy(state.vector("joint_acceleration", 12), 0, reference, 6, 12);
        near(reference, ours);
        embedded.update(position, quaternion, velocity, turning, q, dq);
        embedded.acceleration(torque, force, point, reference);
        near(reference, ours);
    }

    /** Moment of a world force about the trunk's origin, trunk axes. */
    private static double[] moment(final double[] q, final double[] force, final double[] p) {
        final double[] f = turnedBack(q, force);
        return new double[] {p[1] * f[2] - p[2] * f[1], p[2] * f[0] - p[0] * f[2], p[0] * f[1] - p[1] * f[0]};
    }

    private static double[] turnedBack(final double[] q, final double[] v) {
        final double tx = 2 * (v[1] * q[3] - v[2] * q[2]);
        final double ty = 2 * (v[2] * q[1] - v[0] * q[3]);
        final double tz = 2 * (v[0] * q[2] - v[1] * q[1]);
        return new double[] {
            v[0] + q[0] * tx + ty * q[3] - tz * q[2],
            v[1] + q[0] * ty + tz * q[1] - tx * q[3],
            v[2] + q[0] * tz + tx * q[2] - ty * q[1]
        };
    }

    private static double[] join(final double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    private static void near(final double[] expected, final double[] actual) {
        double scale = 1;
        for (final double value : expected) {
            scale = Math.max(scale, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            assertTrue(Math.abs(expected[i] - actual[i]) < RELATIVE * scale, i + ": " + expected[i] + " " + actual[i]);
        }
    }
}
