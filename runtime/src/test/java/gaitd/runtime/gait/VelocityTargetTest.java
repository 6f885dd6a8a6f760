package gaitd.runtime.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cpg.Gait;
import gaitd.runtime.command.OperatorCommand;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VelocityTargetTest {
    private static final double PERIOD_S = 0.002;

    private final VelocityTarget target = new VelocityTarget(Config.defaults());
    private final OperatorCommand wish = new OperatorCommand();

    private void run(final Gait gait, final double seconds) {
        for (int i = 0; i < Math.round(seconds / PERIOD_S); i++) {
            target.update(wish, true, 1, gait, 0);
        }
    }

    private void ask(final double vx, final double vy, final double yawRate) {
        wish.vx = vx;
        wish.vy = vy;
        wish.yawRate = yawRate;
    }

    @Test
    void acceleratesNoFasterThanAllowed() {
        ask(0.6, 0, 0);
        run(Gait.TROT, 0.5);
        assertEquals(0.4, target.vx(), 1e-9);
        run(Gait.TROT, 0.5);
        assertEquals(0.6, target.vx(), 1e-9);
    }

    @ParameterizedTest
    @EnumSource
    void reachesTheEndOfEachAxisAndSaysWhatIsBeyond(final Gait gait) {
        final GaitEnvelope envelope = GaitEnvelope.of(gait);
        for (int axis = 0; axis < 3; axis++) {
            for (final int sign : new int[] {-1, 1}) {
                final double end =
                        sign * new double[] {envelope.vxMaxMS(), envelope.vyMaxMS(), envelope.yawRateMaxRadS()}[axis];
                for (final double share : new double[] {0.999, 1.001, 1e9}) {
                    target.rest();
                    final double asked = share * end;
                    ask(axis == 0 ? asked : 0, axis == 1 ? asked : 0, axis == 2 ? asked : 0);
                    run(gait, 5);
                    final double reached = new double[] {target.vx(), target.vy(), target.yawRate()}[axis];
                    assertEquals(Math.min(share, 1) * end, reached, 1e-9);
                    assertEquals(share > 1 ? VelocityTarget.LIMITED_VELOCITY : 0, target.limitedBits());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverLeavesTheEnvelopeNorChangesTooFast(final Gait gait) {
        final long seed = 7;
        final Random random = new Random(seed);
        final GaitEnvelope envelope = GaitEnvelope.of(gait);
        for (int n = 0; n < 200; n++) {
            ask(random.nextGaussian(), random.nextGaussian(), 2 * random.nextGaussian());
            for (int i = random.nextInt(1000); i > 0; i--) {
                final double vx = target.vx();
                final double vy = target.vy();
                final double yawRate = target.yawRate();
                target.update(wish, true, 1, gait, 0);
                final double step = envelope.accelerationMaxMS2() * PERIOD_S * (1 + 1e-9);
                final double yawStep = envelope.yawAccelerationMaxRadS2() * PERIOD_S * (1 + 1e-9);
                assertTrue(envelope.norm(target.vx(), target.vy(), target.yawRate()) <= 1 + 1e-9, "seed " + seed);
                assertTrue(Math.abs(target.vx() - vx) <= step, "seed " + seed);
                assertTrue(Math.abs(target.vy() - vy) <= step, "seed " + seed);
                assertTrue(Math.abs(target.yawRate() - yawRate) <= yawStep, "seed " + seed);
            }
        }
    }

    /** What a policy was trained for beyond the gait's envelope is there as far as the policy is. */
    @Test
    void theEnvelopeGrowsWithThePolicy() {
        final VelocityTarget fast = new VelocityTarget(new Config.Builder()
                .set(Setting.VX_MAX, 1.28, "test")
                .set(Setting.ENVELOPE, 1.5, "test")
                .conclude());
        ask(2, 0, 0);
        for (final double share : new double[] {1, 0.5, 0}) {
            for (int i = 0; i < 2000; i++) {
                fast.update(wish, true, 1, Gait.TROT, share);
            }
            assertEquals(0.8 * (1 + 0.5 * share), fast.vx(), 1e-9);
            assertEquals(VelocityTarget.LIMITED_VELOCITY, fast.limitedBits());
        }
    }

    @Test
    void keepsTheDirectionOfAMixtureThatIsTooFast() {
        ask(0.8, 0.4, -1);
        run(Gait.TROT, 5);
        assertEquals(0.8 / Math.sqrt(3), target.vx(), 1e-9);
        assertEquals(0.4 / Math.sqrt(3), target.vy(), 1e-9);
        assertEquals(-1 / Math.sqrt(3), target.yawRate(), 1e-9);
        assertEquals(VelocityTarget.LIMITED_VELOCITY, target.limitedBits());
    }

    @Test
    void holdsTheWishInsideAConfiguredRange() {
        final VelocityTarget slow = new VelocityTarget(new Config.Builder()
                .set(Setting.VX_MAX, 0.2, "test")
                .set(Setting.VY_MAX, 0.1, "test")
                .set(Setting.YAW_MAX, 0.3, "test")
                .conclude());
        ask(-9, 9, -9);
        for (int i = 0; i < 2000; i++) {
            slow.update(wish, true, 1, Gait.TROT, 0);
        }
        assertEquals(-0.2, slow.vx(), 1e-9);
        assertEquals(0.1, slow.vy(), 1e-9);
        assertEquals(-0.3, slow.yawRate(), 1e-9);
        assertEquals(VelocityTarget.LIMITED_VELOCITY, slow.limitedBits());
    }

    @Test
    void slowsDownWhenTheWishIsNotANumber() {
        ask(0.4, 0.1, 0.2);
        run(Gait.TROT, 1);
        ask(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        run(Gait.TROT, 1);
        assertTrue(target.atRest());
        assertEquals(VelocityTarget.LIMITED_VELOCITY, target.limitedBits());
    }

    @Test
    void slowsDownWhateverTheWishWhenItIsToComeToRest() {
        ask(0.4, 0, 0);
        run(Gait.TROT, 1);
        target.update(wish, true, 0, Gait.TROT, 0);
        assertEquals(0.4 - 0.8 * PERIOD_S, target.vx(), 1e-12);
        for (int i = 0; i < 300; i++) {
            assertFalse(target.atRest() && i < 240);
            target.update(wish, true, 0, Gait.TROT, 0);
        }
        assertTrue(target.atRest());
        assertEquals(0, target.limitedBits());
    }

    @Test
    void slowsDownToTheEnvelopeOfASlowerGait() {
        ask(0.8, 0, 0);
        run(Gait.TROT, 2);
        target.update(wish, true, 1, Gait.BOUND, 0);
        assertEquals(0.8 - 0.8 * PERIOD_S, target.vx(), 1e-12);
        run(Gait.BOUND, 2);
        assertEquals(GaitEnvelope.of(Gait.BOUND).vxMaxMS(), target.vx(), 1e-9);
    }

    @Test
    void restsAtOnceWhenTheRobotDoesNotWalk() {
        ask(0.4, 0.1, 0.2);
        run(Gait.TROT, 1);
        target.update(wish, false, 1, Gait.TROT, 0);
        assertTrue(target.atRest());
    }

    @Test
    void settingsGoAsFarAsThePolicyOfTheFastestGaitMayBring() {
        double vx = 0;
        double vy = 0;
        double yaw = 0;
        double acceleration = 0;
        for (final Gait gait : Gait.values()) {
            vx = Math.max(vx, GaitEnvelope.of(gait).vxMaxMS());
            vy = Math.max(vy, GaitEnvelope.of(gait).vyMaxMS());
            yaw = Math.max(yaw, GaitEnvelope.of(gait).yawRateMaxRadS());
            acceleration = Math.max(acceleration, GaitEnvelope.of(gait).accelerationMaxMS2());
        }
        final double most = Setting.ENVELOPE.max;
        assertEquals(vx * most, Setting.VX_MAX.max, 1e-12);
        assertEquals(vy * most, Setting.VY_MAX.max, 1e-12);
        assertEquals(yaw * most, Setting.YAW_MAX.max, 1e-12);
        assertEquals(vx, Setting.VX_MAX.defaultValue);
        assertEquals(vy, Setting.VY_MAX.defaultValue);
        assertEquals(yaw, Setting.YAW_MAX.defaultValue);
        assertEquals(acceleration, Setting.ACCELERATION_MAX.max);
    }
}
