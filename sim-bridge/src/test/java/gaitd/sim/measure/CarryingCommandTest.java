package gaitd.sim.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.leg.LegGeometry;
import gaitd.hal.leg.LegKinematics;
import org.junit.jupiter.api.Test;

class CarryingCommandTest {
    private final CarryingCommand judge = new CarryingCommand();
    private final JointCommands commands = new JointCommands();

    /** Feet this far below the hips, m. */
    private void stretch(final int leg, final double lengthM) {
        final double[] foot = {
            A1.frontSign(leg) * LegGeometry.A1.hipXM(),
            A1.sideSign(leg) * (LegGeometry.A1.hipYM() + LegGeometry.A1.abductionM()),
            -lengthM
        };
        assertTrue(new LegKinematics(LegGeometry.A1).inverse(leg, foot, 0, commands.q));
        for (int joint = 0; joint < A1.JOINTS_PER_LEG; joint++) {
            commands.kp[A1.JOINTS_PER_LEG * leg + joint] = 60;
        }
    }

    @Test
    void dampedLegsCarryNothing() {
        commands.damp(4);
        assertFalse(judge.carries(commands));
    }

    @Test
    void legsCarryFromTheHeightOfAnUprightRobotOn() {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            stretch(leg, 0.159);
        }
        assertFalse(judge.carries(commands));
        stretch(2, 0.161);
        assertTrue(judge.carries(commands), "one leg carries while the others swing");
    }

    @Test
    void whatTorquesAloneAreUpToNobodyCanTell() {
        commands.damp(1);
        commands.tau[A1.JOINTS_PER_LEG + A1.CALF] = 5;
        assertTrue(judge.carries(commands));
        assertEquals(0, commands.kp[0]);
    }
}
