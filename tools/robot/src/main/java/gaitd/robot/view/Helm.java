package gaitd.robot.view;

import gaitd.runtime.command.Operator;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.command.Verdict;
import gaitd.runtime.shared.SharedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The page's operator. A velocity lasts {@link #LEASE_NS} after the message that asked for it: a page that is gone, hidden or cut off
 * leaves a velocity of zero behind, and then silence, upon which the control process makes a walking robot stand.
 *
 * <p>A message has to carry a beat, which this helm gives out with every event of the page and which is void after {@link #BEAT_NS}: what
 * waited in a network on its way here moves nothing. One page drives at a time.
 *
 * <p>Thread-safe; {@link #poll} is called by one thread, the only one that uses the operator.
 */
public final class Helm {
    /** How long a velocity lasts. */
    static final long LEASE_NS = 300_000_000L;
    /** How long a beat is good for. */
    static final long BEAT_NS = 400_000_000L;

    private static final long SEND_NS = 50_000_000L;
    private static final long VERDICT_NS = 2_000_000_000L;
    private static final long NS_PER_MS = 1_000_000L;
    private static final String GONE = "the control process took no command within 2 s";

    private final Supplier<Operator> operators;
    private final LongSupplier clockNs;
    private final long startNs;
    private final Queue<Ask> begun = new ArrayDeque<>();
    private final List<Ask> sent = new ArrayList<>();
    private DriveLimits limits = DriveLimits.NONE;
    private DriveMessage wanted;
    private long leaseEndNs;
    private boolean due;
    private boolean acted;
    private long sentNs;
    private long ticket;
    private long lapses;
    private String refused = "";

    /**
     * A helm that nobody holds.
     *
     * @param operators gives the operator to send by, each time that something is sent; may throw a {@link SharedException}
     * @param clockNs monotonic clock, ns
     */
    public Helm(final Supplier<Operator> operators, final LongSupplier clockNs) {
        this.operators = operators;
        this.clockNs = clockNs;
        startNs = clockNs.getAsLong();
    }

    /**
     * Sets what may be asked for.
     *
     * @param now velocities that the control process allows
     */
    synchronized void allow(final DriveLimits now) {
        limits = now;
    }

    /**
     * The present beat.
     *
     * @return to be given to the pages
     */
    long beat() {
        return (clockNs.getAsLong() - startNs) / NS_PER_MS;
    }

    /**
     * Takes what a page says about its person's driving.
     *
     * @param message from a page that knows the token
     * @return null when it is in force, else why not
     */
    synchronized String drive(final DriveMessage message) {
        final long nowNs = clockNs.getAsLong();
        final boolean leased = wanted != null && nowNs - leaseEndNs < 0;
        final boolean same = wanted != null && wanted.page().equals(message.page());
        if (leased && !same) {
            return "another page drives the robot";
        }
        if (same && message.sequence() <= wanted.sequence()) {
            return "out of order: a later message came before it";
        }
        final long ageMs = beat() - message.beat();
        final boolean fresh = ageMs >= 0 && ageMs * NS_PER_MS <= BEAT_NS;
        final String refusal =
                !message.held() && message.moves() ? "the dead man's button is not held" : limits.refusal(message);
        if (!fresh || refusal != null) {
            release(message, same, nowNs);
            return refusal != null ? refusal : "too late: the connection is slow, or the page was asleep";
        }
        acted |= message.held() && (!same || message.acts() != wanted.acts());
        due |= !same || velocityChanges(message) || !leased;
        wanted = message;
        leaseEndNs = nowNs + LEASE_NS;
        return null;
    }

    private boolean velocityChanges(final DriveMessage next) {
        return next.vx() != wanted.vx() || next.vy() != wanted.vy() || next.yawRate() != wanted.yawRate();
    }

    /** A message that cannot be followed is taken for a hand that lets go. */
    private void release(final DriveMessage message, final boolean same, final long nowNs) {
        if (same) {
            wanted = new DriveMessage(
                    message.page(), message.sequence(), message.beat(), false, message.acts(), 0, 0, 0);
            leaseEndNs = nowNs;
        }
    }

    /**
     * Asks for something and waits for the verdict.
     *
     * @param request from a page that knows the token
     * @return null when the control process accepted it, else why not
     */
    String ask(final PageRequest request) {
        final Ask ask = new Ask(request, clockNs.getAsLong());
        synchronized (this) {
            begun.add(ask);
        }
        try {
            return ask.answer.get(2 * VERDICT_NS, TimeUnit.NANOSECONDS);
        } catch (final TimeoutException | ExecutionException nobody) {
            return GONE;
        } catch (final InterruptedException end) {
            Thread.currentThread().interrupt();
            return "the page's server ends";
        }
    }

    /** Sends what is due. Called by one thread, at least every 50 ms. */
    synchronized void poll() {
        final long nowNs = clockNs.getAsLong();
        try {
            if (wanted != null) {
                drive(nowNs);
            }
            while (!begun.isEmpty()) {
                send(begun.element());
                sent.add(begun.remove());
            }
        } catch (final SharedException nobody) {
            refused = nobody.getMessage();
            wanted = null;
            begun.forEach(ask -> ask.answer.complete(nobody.getMessage()));
            begun.clear();
        }
        settle(nowNs);
    }

    private void drive(final long nowNs) {
        if (nowNs - leaseEndNs >= 0) {
            if (operators.get().offer(OperatorRequest.NONE, null, 0, 0, 0) != 0) {
                lapses += wanted.moves() ? 1 : 0;
                wanted = null;
                ticket = 0;
            }
        } else if (due || nowNs - sentNs >= SEND_NS) {
            final Operator operator = operators.get();
            if (acted) {
                operator.act();
            }
            note(operator);
            ticket = operator.offer(OperatorRequest.NONE, null, wanted.vx(), wanted.vy(), wanted.yawRate());
            sentNs = nowNs;
            due = ticket == 0;
            acted = false;
        }
    }

    private void note(final Operator operator) {
        final Verdict verdict = ticket == 0 ? null : operator.verdict(ticket);
        refused = verdict == null || verdict == Verdict.ACCEPTED ? "" : verdict.text;
    }

    private void send(final Ask ask) {
        final Operator operator = operators.get();
        operator.act();
        final boolean drives = wanted != null;
        ask.operator = operator;
        ask.ticket = operator.offer(
                ask.request.request(),
                ask.request.gait(),
                drives ? wanted.vx() : 0,
                drives ? wanted.vy() : 0,
                drives ? wanted.yawRate() : 0);
    }

    /** Gives the answers that are there; what came too late on a busy machine is asked again. */
    private void settle(final long nowNs) {
        for (final Iterator<Ask> it = sent.iterator(); it.hasNext(); ) {
            final Ask ask = it.next();
            final Verdict verdict = ask.ticket == 0 ? Verdict.STALE : ask.operator.verdict(ask.ticket);
            if (nowNs - ask.beganNs > VERDICT_NS) {
                ask.answer.complete(GONE);
            } else if (verdict == Verdict.STALE) {
                resend(ask);
            } else if (verdict != null) {
                ask.answer.complete(verdict == Verdict.ACCEPTED ? null : verdict.text);
            }
            if (ask.answer.isDone()) {
                it.remove();
            }
        }
    }

    private void resend(final Ask ask) {
        try {
            send(ask);
        } catch (final SharedException nobody) {
            ask.answer.complete(nobody.getMessage());
        }
    }

    /**
     * Who drives, for the pages.
     *
     * @return JSON
     */
    synchronized Json state() {
        return new Json()
                .put("beat", beat())
                .put("page", wanted == null ? "" : wanted.page())
                .put("held", wanted != null && wanted.held())
                .put("lapses", lapses)
                .put("refused", refused);
    }

    /** Something asked for whose verdict is awaited. */
    private static final class Ask {
        private final PageRequest request;
        private final long beganNs;
        private final CompletableFuture<String> answer = new CompletableFuture<>();
        private Operator operator;
        private long ticket;

        private Ask(final PageRequest request, final long beganNs) {
            this.request = request;
            this.beganNs = beganNs;
        }
    }
}
