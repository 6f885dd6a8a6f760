package gaitd.sim.planar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.sim.planar.PlanarLink.JointDrive;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanarTouchTest {
    private static final Softness SOFT = new Softness(0.02, 0.9, 0.95, 0.001, 0);

    /** A bar that lies along x on two slides. */
    private static PlanarModel bar(final double friction, final JointDrive along) {
        return new PlanarModel(
                List.of(
                        new PlanarLink("x", -1, PlanarJoint.SLIDE_X, 0, 0, along, List.of()),
                        new PlanarLink(
                                "z",
                                0,
                                PlanarJoint.SLIDE_Z,
                                0,
                                0,
                                JointDrive.FREE,
                                List.of(new PlanarCapsule(-0.2, 0, 0.2, 0, 0.1, friction)))),
                2,
                SOFT,
                SOFT);
    }

    private static double[] after(final PlanarModel model, final double[] state, final double force, final int steps) {
        final double[] s = state.clone();
        final PlanarDynamics dynamics = new PlanarDynamics(model, 0.002);
        for (int i = 0; i < steps; i++) {
            dynamics.step(s, 0, new double[] {force, 0});
        }
        return s;
    }

    @Test
    void fallsFreelyAndThenLies() {
        final PlanarModel model = bar(0.5, JointDrive.FREE);
        assertEquals(-9.81 * 0.02, after(model, new double[] {0, 1, 0, 0}, 0, 10)[3], 1e-12);
        final double[] lying = after(model, new double[] {0, 0.5, 0, 0}, 0, 2000);
        assertEquals(0.1, lying[1], 1e-3);
        assertEquals(0, lying[3], 1e-6);
    }

    /** Friction of 0.5 bears half of 19.62 N and no more. */
    @Test
    void holdsWithinFrictionAndSlidesBeyond() {
        final PlanarModel model = bar(0.5, JointDrive.FREE);
        final double[] lying = after(model, new double[] {0, 0.1, 0, 0}, 0, 1000);
        assertEquals(0, after(model, lying, 9.3, 500)[2], 0.03);
        /* the convex model lifts what slides, so that it hops: Coulomb's are the impulses, that along x and that along z */
        final double[] slid = after(model, lying, 12, 1000);
        assertEquals(12 - 0.5 * (2 * 9.81 + slid[3] - lying[3]), slid[2], 0.01);
        assertEquals(12.0 / 2, after(bar(0, JointDrive.FREE), lying, 12, 500)[2], 1e-6);
    }

    @Test
    void stopsHoldOnBothSides() {
        final PlanarModel model = bar(0, new JointDrive(0, 5, 0, -0.3, 0.4, 1));
        final double[] rest = {0, 5, 0, 0};
        assertEquals(0.4, after(model, rest, 20, 400)[0], 0.01);
        assertEquals(-0.3, after(model, rest, -20, 400)[0], 0.01);
        assertTrue(after(model, rest, 20, 400)[0] > 0.4);
    }

    @Test
    void springsPullBack() {
        final PlanarModel model = bar(0, new JointDrive(50, 20, 0, -9, 9, 1));
        assertEquals(0.2, after(model, new double[] {0, 50, 0, 0}, 10, 1500)[0], 1e-4);
    }

    @Test
    void chainsThatAreNoneAreRefused() {
        final PlanarLink first = new PlanarLink("a", -1, PlanarJoint.HINGE, 0, 0, JointDrive.FREE, List.of());
        final PlanarLink slide = new PlanarLink("b", 0, PlanarJoint.SLIDE_X, 0, 0, JointDrive.FREE, List.of());
        final PlanarLink self = new PlanarLink("c", 1, PlanarJoint.HINGE, 0, 0, JointDrive.FREE, List.of());
        assertThrows(IllegalArgumentException.class, () -> new PlanarModel(List.of(first, slide), 1, SOFT, SOFT));
        assertThrows(IllegalArgumentException.class, () -> new PlanarModel(List.of(first, self), 1, SOFT, SOFT));
    }
}
