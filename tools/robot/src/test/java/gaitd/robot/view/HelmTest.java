package gaitd.robot.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cpg.Gait;
import gaitd.runtime.command.CommandRing;
import gaitd.runtime.command.Operator;
import gaitd.runtime.command.OperatorCommand;
import gaitd.runtime.command.OperatorGate;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.command.OperatorState;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.shared.SharedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Commands of a page, from its messages through the ring to what the control side makes of them. */
@Timeout(60)
class HelmTest {
    private static final long MS = 1_000_000L;
    private static final DriveLimits LIMITS = DriveLimits.of(Config.defaults());

    private final CommandRing ring = new CommandRing();
    private final OperatorGate gate = new OperatorGate(Config.defaults(), ring);
    private final OperatorCommand command = new OperatorCommand();
    private final AtomicLong nowNs = new AtomicLong(5_000 * MS);
    private final Operator operator = new Operator(ring, 7, this::nowNs);
    private final Helm helm = new Helm(() -> operator, this::nowNs);
    private long sequence;

    private long nowNs() {
        return nowNs.get();
    }

    @BeforeEach
    void allow() {
        helm.allow(LIMITS);
    }

    private DriveMessage message(final double vx, final boolean held) {
        return new DriveMessage("a", ++sequence, helm.beat(), held, sequence, vx, 0, 0);
    }

    /** Lets time pass as the server and the control loop do, and gives the request that was made last. */
    private OperatorRequest pass(final long ms) {
        OperatorRequest last = OperatorRequest.NONE;
        for (long i = 0; i < ms; i++) {
            nowNs.addAndGet(MS);
            helm.poll();
            final OperatorRequest now = gate.update(nowNs.get(), true, command);
            last = now == OperatorRequest.NONE ? last : now;
        }
        return last;
    }

    @Test
    void aVelocityLastsWhileItsMessagesCome() {
        for (int i = 0; i < 20; i++) {
            assertNull(helm.drive(message(0.4, true)));
            pass(80);
            assertEquals(0.4, command.vx);
        }
        assertNull(helm.drive(message(0, false)));
        pass(2);
        assertEquals(0, command.vx);
        assertEquals(OperatorState.ACTIVE, command.state);
    }

    @Test
    void aVelocityLapsesByItselfWhenItsMessagesStop() {
        helm.drive(message(0.4, true));
        pass(Helm.LEASE_NS / MS - 1);
        assertEquals(0.4, command.vx);
        pass(1);
        assertEquals(0, command.vx);
        assertTrue(helm.state().fields().containsValue(1L), "one lapse");
    }

    @Test
    void whoIsGoneMakesAWalkingRobotStand() {
        helm.drive(message(0.4, true));
        pass(Helm.LEASE_NS / MS);
        final long silent = (long) Config.defaults().get(Setting.OPERATOR_TIMEOUT_MS);
        final long stands = (long) (1000 * Config.defaults().get(Setting.OPERATOR_STAND_S));
        assertEquals(OperatorRequest.NONE, pass(silent + stands - 10));
        assertEquals(OperatorState.LOST, command.state);
        assertEquals(OperatorRequest.STAND, pass(20));
    }

    @Test
    void aButtonHeldByNoPersonIsNoPerson() {
        helm.drive(new DriveMessage("a", 1, helm.beat(), true, 1, 0.4, 0, 0));
        final long gone = (long) (1000 * Config.defaults().get(Setting.PERSON_GONE_S));
        for (long ms = 0; ms < gone + 200; ms += 100) {
            assertNull(helm.drive(new DriveMessage("a", 2 + ms, helm.beat(), true, 1, 0.4, 0, 0)));
            pass(100);
        }
        assertEquals(OperatorState.IDLE, command.state);
        assertEquals(0, command.vx);
    }

    @Test
    void whatWaitedInANetworkMovesNothing() {
        helm.drive(message(0.4, true));
        final DriveMessage late = message(0.6, true);
        nowNs.addAndGet(Helm.BEAT_NS);
        assertNull(helm.drive(late));
        pass(1);
        assertEquals(0.6, command.vx);
        final DriveMessage later = message(0.5, true);
        nowNs.addAndGet(Helm.BEAT_NS + MS);
        assertNotNull(helm.drive(later));
        pass(1);
        assertEquals(0, command.vx);
        assertNotNull(helm.drive(new DriveMessage("a", 99, helm.beat() + 1, true, 1, 0.4, 0, 0)));
    }

    @Test
    void aMessageThatWasOvertakenIsDropped() {
        final DriveMessage drives = message(0.4, true);
        helm.drive(message(0, false));
        assertNotNull(helm.drive(drives));
        pass(2);
        assertEquals(0, command.vx);
    }

    @Test
    void onePageDrivesAtATime() {
        helm.drive(message(0.4, true));
        final DriveMessage other = new DriveMessage("b", 1, helm.beat(), true, 1, -0.2, 0, 0);
        assertEquals("another page drives the robot", helm.drive(other));
        pass(Helm.LEASE_NS / MS);
        assertNull(helm.drive(new DriveMessage("b", 2, helm.beat(), true, 1, -0.2, 0, 0)));
        pass(2);
        assertEquals(-0.2, command.vx);
    }

    @Test
    void nothingMovesWithoutTheDeadMansButton() {
        helm.drive(message(0.4, true));
        pass(2);
        assertEquals("the dead man's button is not held", helm.drive(message(0.4, false)));
        pass(2);
        assertEquals(0, command.vx);
    }

    @Test
    void velocitiesUpToTheLimitsAreTakenAndNoneBeyond() {
        assertNull(helm.drive(message(LIMITS.vx(), true)));
        assertNull(helm.drive(
                new DriveMessage("a", ++sequence, helm.beat(), true, 1, -LIMITS.vx(), LIMITS.vy(), -LIMITS.yawRate())));
        assertNotNull(helm.drive(message(Math.nextUp(LIMITS.vx()), true)));
        assertNotNull(
                helm.drive(new DriveMessage("a", ++sequence, helm.beat(), true, 1, 0, Math.nextUp(LIMITS.vy()), 0)));
        assertNotNull(helm.drive(
                new DriveMessage("a", ++sequence, helm.beat(), true, 1, 0, 0, -Math.nextUp(LIMITS.yawRate()))));
        assertNotNull(helm.drive(message(Double.NaN, true)));
        pass(2);
        assertEquals(0, command.vx);
    }

    @Test
    void nothingMovesWhereTheLimitsAreNotKnown() {
        helm.allow(DriveLimits.of(null));
        assertNotNull(helm.drive(message(0.1, true)));
        assertNull(helm.drive(message(0, true)));
    }

    @Test
    void aButtonsRequestComesThroughWithItsVerdict() {
        final CompletableFuture<String> answer =
                CompletableFuture.supplyAsync(() -> helm.ask(new PageRequest(OperatorRequest.NONE, Gait.PACE)));
        Gait gait = null;
        while (!answer.isDone()) {
            pass(1);
            gait = command.gait == null ? gait : command.gait;
        }
        assertNull(answer.join());
        assertEquals(Gait.PACE, gait);
    }

    @Test
    void aButtonsRequestSaysWhyItIsNotDone() {
        final Helm alone = new Helm(
                () -> {
                    throw new SharedException("there is no control process");
                },
                this::nowNs);
        final CompletableFuture<String> answer =
                CompletableFuture.supplyAsync(() -> alone.ask(new PageRequest(OperatorRequest.SIT, null)));
        while (!answer.isDone()) {
            alone.poll();
        }
        assertEquals("there is no control process", answer.join());
    }
}
