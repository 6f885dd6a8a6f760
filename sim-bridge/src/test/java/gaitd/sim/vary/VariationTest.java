package gaitd.sim.vary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.RangeSetting;
import gaitd.runtime.config.VaryPreset;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.robot.PushSchedule;
import gaitd.sim.robot.Wear;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VariationTest {
    /** What no preset has is asked for by name. */
    private static final Config WIDE =
            new Config.Builder().vary(VaryPreset.WIDE, "test").toml("""
                    vary.ice_share = [0, 0.5]
                    vary.ice_friction = [0.05, 0.3]
                    vary.one_motor_strength = [0.3, 1]
                    """, "test").conclude();

    private static Variation drawn(final Config ranges, final long seed) {
        final Variation made = new Variation();
        made.draw(ranges, seed);
        return made;
    }

    @Test
    void withoutRangesItIsTheNominalRobot() {
        assertTrue(drawn(Config.defaults(), 5).list().isEmpty());
        assertTrue(new Variation().list().isEmpty());
    }

    @Test
    void drawsEveryNumberWithinItsRangeAndOverMostOfIt() {
        for (final RangeSetting setting : RangeSetting.values()) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (long seed = 0; seed < 100; seed++) {
                final Variation v = drawn(WIDE, seed);
                for (int i = 0; i < setting.count; i++) {
                    least = Math.min(least, v.get(setting, i));
                    most = Math.max(most, v.get(setting, i));
                }
            }
            final double width = WIDE.high(setting) - WIDE.low(setting);
            assertTrue(least >= WIDE.low(setting) && least < WIDE.low(setting) + 0.1 * width, setting.key);
            assertTrue(most <= WIDE.high(setting) && most > WIDE.high(setting) - 0.1 * width, setting.key);
        }
    }

    @Test
    void aNumberMovesToItsPlaceInAnotherRange() {
        for (long seed = 0; seed < 20; seed++) {
            final Variation v = drawn(WIDE, seed);
            final RangeSetting which = RangeSetting.MOTOR_STRENGTH;
            final double share = (v.get(which, 4) - WIDE.low(which)) / (WIDE.high(which) - WIDE.low(which));
            final double neighbour = v.get(which, 5);
            v.move(which, 4, 0.5, 0.7);
            assertEquals(0.5 + 0.2 * share, v.get(which, 4), 1e-12);
            assertEquals(neighbour, v.get(which, 5));
            v.move(which, 4, 0.6, 0.6);
            assertEquals(0.6, v.get(which, 4));
        }
    }

    @Test
    void oneQuantityShiftsNoOther() {
        final Config mass =
                new Config.Builder().toml("vary.payload_kg = [0, 5]", "t").conclude();
        final Variation alone = drawn(mass, 9);
        final Variation among = drawn(WIDE, 9);
        assertEquals(alone.get(RangeSetting.PAYLOAD_KG), among.get(RangeSetting.PAYLOAD_KG));
        assertEquals(1, alone.list().size());
    }

    @Test
    void everyNumberHasItsOwnChance() {
        final Variation v = drawn(WIDE, 4);
        final Set<Double> shares = new HashSet<>();
        int count = 0;
        for (final RangeSetting setting : RangeSetting.values()) {
            for (int i = 0; i < setting.count; i++) {
                final double width = WIDE.high(setting) - WIDE.low(setting);
                shares.add(Math.rint(1e9 * (v.get(setting, i) - WIDE.low(setting)) / width));
                count++;
            }
        }
        assertEquals(count, shares.size());
    }

    @Test
    void theSeedDecides() {
        assertEquals(drawn(WIDE, 4).list(), drawn(WIDE, 4).list());
        assertNotEquals(drawn(WIDE, 4).list(), drawn(WIDE, 5).list());
    }

    @Test
    void listsNameValueAndUnit() {
        final Config config = new Config.Builder()
                .toml(
                        "vary.latency_ms = 6\nvary.drive_kp = [0.5, 0.6]\nvary.link_mass = 2\nvary.gyro_bias_rad_s = 0.1",
                        "t")
                .conclude();
        final Variation v = drawn(config, 1);
        assertTrue(v.list().contains(new Drawn("vary.latency_ms", 6, "ms")));
        assertTrue(v.list().contains(new Drawn("vary.link_mass.trunk", 2, "-")));
        assertTrue(v.list().contains(new Drawn("vary.link_mass.RL_calf", 2, "-")));
        assertTrue(v.list().contains(new Drawn("vary.gyro_bias_rad_s.y", 0.1, "rad/s")));
        assertEquals(
                v.get(RangeSetting.DRIVE_KP, 5),
                v.list().stream()
                        .filter(d -> d.name().equals("vary.drive_kp.FL_calf"))
                        .findFirst()
                        .orElseThrow()
                        .value());
        assertEquals(1 + 12 + 13 + 3, v.list().size());
    }

    @Test
    void drawingAnewAllocatesNothing() {
        final Variation v = new Variation();
        final RobotModel nominal = RobotModel.a1();
        final RobotModel model = RobotModel.a1();
        final Wear wear = new Wear();
        final PushSchedule pushes = new PushSchedule(0, 1, 0);
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 6; round++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 20_000; i++) {
                v.draw(WIDE, i);
                Varied.model(v, nominal, model);
                Varied.wear(v, 0.001, wear);
                Varied.pushes(v, i, pushes);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
    }
}
