package gaitd.robot.fleet;

import gaitd.policies.text.FormatException;
import gaitd.robot.mqtt.BrokerGuest;
import gaitd.robot.mqtt.BrokerTalk;
import gaitd.robot.publication.Publication;
import gaitd.robot.publication.PublicationPhase;
import gaitd.robot.publication.SignedPublication;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Publishes a bundle to a group in stages: some robots try it, then all others, if all of the stage have accepted it. The first bad report
 * takes it back everywhere.
 *
 * <p>All that there is to know is at the broker, retained and signed: whoever starts again with the same bundle goes on where the one
 * before was. Used by one thread.
 */
final class Publisher implements BrokerGuest {
    private static final long NS_PER_S = 1_000_000_000L;
    /** In which the broker tells what it has kept. */
    private static final long SETTLE_NS = 2 * NS_PER_S;

    /** What becomes of it. */
    enum Outcome {
        /** Not known yet. */
        GOES_ON,
        /** All robots of the group that are there have accepted it. */
        ACCEPTED,
        /** It was taken back, and all robots that are there have the one before. */
        BACK,
        /** It was not begun. */
        REFUSED
    }

    private final PublishOrder order;
    private final KeyPair keys;
    private final Consumer<String> says;
    private final LongSupplier clockNs;
    private final LongSupplier wallMs;
    private final FleetBook book = new FleetBook();
    private final BrokerCopy copy;
    private long settledNs;
    private Publication wanted;
    private byte[] message;
    private Outcome outcome = Outcome.GOES_ON;

    /**
     * A publisher that has heard of nothing.
     *
     * @param order what to whom
     * @param keys of whoever publishes
     * @param says takes a line when something happens
     * @param clockNs monotonic time, ns
     * @param wallMs the wall clock, ms since 1970
     */
    Publisher(
            final PublishOrder order,
            final KeyPair keys,
            final Consumer<String> says,
            final LongSupplier clockNs,
            final LongSupplier wallMs) {
        this.order = order;
        this.keys = keys;
        this.says = says;
        this.clockNs = clockNs;
        this.wallMs = wallMs;
        copy = new BrokerCopy(order.group(), order.zip());
    }

    @Override
    public void connected(final BrokerTalk talk) {
        copy.forget();
        settledNs = clockNs.getAsLong() + SETTLE_NS;
        for (final String filter : List.of(
                FleetTopics.statement(order.group()),
                FleetTopics.chunks(order.group()),
                FleetTopics.STATUSES,
                FleetTopics.CONNECTIONS,
                FleetTopics.REPORTS)) {
            talk.subscribe(filter);
        }
    }

    @Override
    public void arrived(final String topic, final byte[] payload) {
        if (!copy.take(topic, payload)) {
            final String refusal = book.take(topic, payload);
            if (refusal != null) {
                says.accept("a report was not taken: " + refusal);
            }
        }
    }

    @Override
    public void work(final BrokerTalk talk) {
        final long nowNs = clockNs.getAsLong();
        if (!talk.isConnected() || nowNs - settledNs < 0 || outcome != Outcome.GOES_ON) {
            return;
        }
        if (wanted == null) {
            begin();
            if (wanted == null) {
                return;
            }
        }
        if (copy.bring(talk, message, wanted.phase() != PublicationPhase.BACK, nowNs)) {
            judge();
        }
    }

    private void begin() {
        final Publication heard = heard();
        if (heard != null && heard.phase() != PublicationPhase.BACK && heard.expiresMs() > wallMs.getAsLong()) {
            if (order.isSame(heard)) {
                wanted = heard;
                message = copy.statement();
                says.accept("goes on with " + heard.cause() + ", phase " + heard.phase());
                return;
            }
            if (order.isNew() && !isDone(heard)) {
                refuse(heard.cause() + " of " + heard.name() + " is under way in " + order.group()
                        + ": wait for its end, or take it back by 'gaitd fleet back --to " + order.group() + "'");
                return;
            }
        }
        final long sequence = Math.max(wallMs.getAsLong(), heard == null ? 1 : heard.sequence() + 1);
        if (!order.isNew()) {
            if (heard == null || heard.phase() == PublicationPhase.BACK) {
                refuse("nothing is published to " + order.group() + " that could be taken back");
                return;
            }
            say(heard.in(PublicationPhase.BACK, sequence));
            return;
        }
        final List<String> robots =
                book.takers(order.group()).stream().map(FleetBook.Robot::serial).toList();
        if (robots.isEmpty()) {
            refuse("no robot of group " + order.group()
                    + " is there and takes what is published: see 'gaitd fleet list'");
            return;
        }
        final String id = Publication.sha256(
                        (order.group() + sequence + Publication.sha256(order.zip())).getBytes(StandardCharsets.UTF_8))
                .substring(0, 16);
        final List<String> first = stage(robots, id, order.share());
        says.accept("publication %s: %d of %d robots try %s first: %s"
                .formatted(id, first.size(), robots.size(), order.name(), String.join(" ", first)));
        say(Publication.of(
                id, order.group(), sequence, wallMs.getAsLong() + order.validMs(), first, order.name(), order.zip()));
    }

    /** The first of all robots in the order of hashes of their serials with the publication. */
    static List<String> stage(final List<String> robots, final String id, final double share) {
        return robots.stream()
                .sorted(Comparator.comparing(
                        serial -> Publication.sha256((id + serial).getBytes(StandardCharsets.UTF_8))))
                .limit((long) Math.ceil(share * robots.size()))
                .sorted()
                .toList();
    }

    private Publication heard() {
        try {
            return copy.statement() == null ? null : SignedPublication.open(copy.statement(), keys.getPublic());
        } catch (final FormatException e) {
            says.accept("what the broker has kept for this group is replaced: " + e.getMessage());
            return null;
        }
    }

    private void refuse(final String why) {
        says.accept(why);
        outcome = Outcome.REFUSED;
    }

    private void say(final Publication next) {
        wanted = next;
        message = SignedPublication.seal(next, keys.getPrivate());
    }

    private boolean isDone(final Publication publication) {
        return publication.phase() == PublicationPhase.ALL
                && book.takers(order.group()).stream().allMatch(robot -> is(robot, publication, FleetState.ACCEPTED));
    }

    private static boolean is(final FleetBook.Robot robot, final Publication publication, final FleetState state) {
        return robot.report().publication().equals(publication.id())
                && robot.report().state() == state;
    }

    private void judge() {
        if (wanted.phase() == PublicationPhase.BACK) {
            if (book.takers(order.group()).stream().allMatch(robot -> is(robot, wanted, FleetState.BACK))) {
                outcome = Outcome.BACK;
            }
            return;
        }
        final FleetReport bad = book.all().stream()
                .map(FleetBook.Robot::report)
                .filter(report -> report != null
                        && report.group().equals(order.group())
                        && report.publication().equals(wanted.id())
                        && report.state().isBad())
                .findFirst()
                .orElse(null);
        if (bad != null) {
            halt(bad.serial() + ": " + bad.state() + ", " + bad.why());
        } else if (wanted.expiresMs() <= wallMs.getAsLong() && !isDone(wanted)) {
            halt("it has expired");
        } else if (wanted.phase() == PublicationPhase.STAGE) {
            if (wanted.robots().stream().allMatch(this::hasAccepted)) {
                says.accept("all of the stage have accepted it: now all others");
                say(wanted.in(PublicationPhase.ALL, Math.max(wallMs.getAsLong(), wanted.sequence() + 1)));
            }
        } else if (isDone(wanted)) {
            outcome = Outcome.ACCEPTED;
        }
    }

    private boolean hasAccepted(final String serial) {
        return book.all().stream()
                .anyMatch(robot -> robot.serial().equals(serial)
                        && robot.report() != null
                        && is(robot, wanted, FleetState.ACCEPTED));
    }

    private void halt(final String why) {
        says.accept("halted, and taken back everywhere: " + why);
        say(wanted.in(PublicationPhase.BACK, Math.max(wallMs.getAsLong(), wanted.sequence() + 1)));
    }

    /** What became of it. */
    Outcome outcome() {
        return outcome;
    }

    /** What is known of the robots. */
    FleetBook book() {
        return book;
    }

    /** The statement that is in force or on its way; null before. */
    Publication wanted() {
        return wanted;
    }
}
