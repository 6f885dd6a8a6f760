package gaitd.sim.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.robot.Wear;
import gaitd.sim.terrain.Terrains;
import gaitd.sim.vary.Drawn;
import gaitd.sim.vary.Variation;
import gaitd.sim.vary.Varied;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldCasesTest {
    private static String refusal(final String text) {
        final String message = assertThrows(ConfigException.class, () -> FieldCases.parse(text))
                .getMessage();
        assertFalse(message.contains("\n"), message);
        return message;
    }

    private static Variation drawn(final String text) {
        final Variation drawn = new Variation();
        drawn.draw(Config.defaults(), 1);
        FieldCases.parse(text).apply(drawn);
        return drawn;
    }

    private static RobotModel model(final String text) {
        final RobotModel model = RobotModel.a1();
        Varied.model(drawn(text), FieldCases.parse(text).model(), model);
        return model;
    }

    private static Wear wear(final String text) {
        final Wear wear = new Wear();
        Varied.wear(drawn(text), 0.001, wear);
        return wear;
    }

    private static double[] but(final double value, final int at, final double other) {
        final double[] all = new double[12];
        Arrays.fill(all, value);
        all[at] = other;
        return all;
    }

    private static void sameLinks(final RobotModel expected, final RobotModel model) {
        assertEquals(expected.totalMassKg(), model.totalMassKg());
        assertTrue(Arrays.equals(expected.comM, model.comM) && Arrays.equals(expected.offsetM, model.offsetM));
    }

    @ParameterizedTest
    @EnumSource
    void eachIsFoundByItsNameAndChangesSomething(final FieldCases each) {
        final FieldCase found = FieldCases.parse(each.key());
        assertEquals(each.key(), found.name());
        assertFalse(found.isNominal());
        final boolean changes = !drawn(each.key()).list().isEmpty()
                || !found.faults().isEmpty()
                || found.terrain() != null
                || !Arrays.equals(RobotModel.a1().offsetM, found.model().offsetM);
        assertTrue(changes, each.key());
        assertTrue(FieldCases.table().contains(each.key() + " "), each.key());
        if (found.terrain() != null) {
            assertEquals(found.terrain(), Terrains.parse(found.terrain(), 1).name());
        }
    }

    @Test
    void nominalChangesNothing() {
        assertTrue(FieldCases.parse("nominal").isNominal());
        assertEquals(List.of(), drawn("nominal").list());
        sameLinks(RobotModel.a1(), model("nominal"));
    }

    @Test
    void aPayloadChangesTheTrunkOnly() {
        final RobotModel a1 = RobotModel.a1();
        final RobotModel model = model("payload-behind");
        assertEquals(a1.totalMassKg() + 10, model.totalMassKg(), 1e-12);
        assertEquals((10 * -0.1 + a1.massKg[0] * a1.comM[0]) / (10 + a1.massKg[0]), model.comM[0], 1e-12);
        assertEquals(a1.massKg[3], model.massKg[3]);
        assertTrue(Arrays.equals(new Wear().strength, wear("payload-behind").strength));
    }

    @Test
    void oneMotorIsWeakAndNoOther() {
        assertEquals("RR_calf", gaitd.hal.A1.jointName(8));
        assertTrue(Arrays.equals(but(1, 8, 0.5), wear("weak-motor").strength));
        sameLinks(RobotModel.a1(), model("weak-motor"));
        assertEquals(
                List.of(new Drawn("vary.motor_strength.RR_calf", 0.5, "-")),
                drawn("weak-motor").list());
    }

    @Test
    void everyMotorIsWeak() {
        assertTrue(Arrays.stream(wear("weak-motors").strength).allMatch(s -> s == 0.6));
    }

    @Test
    void oneZeroIsOffByTenDegrees() {
        assertEquals("FL_thigh", gaitd.hal.A1.jointName(4));
        assertTrue(Arrays.equals(but(0, 4, Math.PI / 18), wear("joint-zero").jointOffsetRad));
    }

    @Test
    void frictionChangesOnTheGroundOrInJoints() {
        final RobotModel a1 = RobotModel.a1();
        final RobotModel ice = model("ice");
        assertEquals(0.13, ice.frictionCoefficient);
        assertTrue(Arrays.equals(a1.dryFrictionNm, ice.dryFrictionNm));
        final RobotModel worn = model("worn-joints");
        assertEquals(a1.frictionCoefficient, worn.frictionCoefficient);
        assertTrue(worn.dryFrictionNm[0] > a1.dryFrictionNm[0] && worn.jointDampingNmSRad[11] > 0.1);
    }

    @Test
    void oneThighIsShortAndItsMassStays() {
        final RobotModel a1 = RobotModel.a1();
        final RobotModel model = model("short-leg");
        assertEquals(a1.totalMassKg(), model.totalMassKg());
        final int calf = 3 * 12 + 2;
        assertEquals(a1.offsetM[calf] + 0.04, model.offsetM[calf], 1e-15);
        model.offsetM[calf] = a1.offsetM[calf];
        sameLinks(a1, model);
    }

    @Test
    void aSensorABatteryAndAGround() {
        assertEquals(
                "foot.FR.off@0..",
                FieldCases.parse("dead-foot").faults().getFirst().text());
        assertEquals(
                "battery.scale:0.12@0..",
                FieldCases.parse("low-battery").faults().getFirst().text());
        assertEquals("slope:12", FieldCases.parse("slope").terrain());
        assertNull(FieldCases.parse("ice").terrain());
    }

    @Test
    void twoTogetherAreBoth() {
        final FieldCase both = FieldCases.parse("payload-behind+weak-motor");
        assertEquals("payload-behind+weak-motor", both.name());
        assertTrue(model("payload-behind+weak-motor").totalMassKg() > 22);
        assertEquals(0.5, wear("payload-behind+weak-motor").strength[8]);
        assertEquals(2, FieldCases.parse("dead-foot+short-leg+slope").faults().size());
        assertNotEquals(RobotModel.a1().offsetM[38], model("dead-foot+short-leg+slope").offsetM[38]);
    }

    @Test
    void whatBothSetIsRefused() {
        final String message = refusal("weak-motor+weak-motors");
        assertTrue(message.contains("weak-motor+weak-motors") && message.contains("vary.motor_strength"), message);
        assertTrue(refusal("slope+ice+slope").contains("ground"));
    }

    @Test
    void anUnknownNameIsRefusedWithTheList() {
        final String message = refusal("weak-moter");
        assertTrue(message.contains("case weak-moter is unknown; did you mean weak-motor?"), message);
        FieldCases.names().forEach(name -> assertTrue(message.contains(name), name));
        assertTrue(refusal("ice+").contains("case  is unknown"));
    }
}
