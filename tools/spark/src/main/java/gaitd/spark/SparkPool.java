package gaitd.spark;

import gaitd.lab.work.WorkPool;
import gaitd.lab.work.WorkUnit;
import gaitd.runtime.config.Refusal;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** Executors of a Spark application, each unit a task of its own. */
final class SparkPool implements WorkPool {
    private static final String ON = "--on ";
    private static final String KEPT = "what was done before is kept where --resume or a folder keeps it";
    private static final long LOOK_MS = 200;
    private static final long PATIENCE_NS = TimeUnit.MINUTES.toNanos(1);

    private final JavaSparkContext context;
    private final String master;
    private final ExecutorFacts here;
    private final Thread atEnd = new Thread(this::end, "spark-end");
    private volatile boolean ends;

    /** Executors have to be as {@code here} is. */
    SparkPool(final JavaSparkContext context, final String master, final ExecutorFacts here) {
        this.context = context;
        this.master = master;
        this.here = here;
        Runtime.getRuntime().addShutdownHook(atEnd);
    }

    private record Done(int unit, UnitOutcome outcome) {}

    @Override
    public <T extends Serializable> void run(final List<? extends WorkUnit<T>> units, final Taker<? super T> taker) {
        if (units.isEmpty()) {
            return;
        }
        final BlockingQueue<Done> done = new LinkedBlockingQueue<>();
        final SimpleFutureAction<BoxedUnit> job = submit(units, done);
        try {
            for (int taken = 0; taken < units.size(); taken++) {
                final Done next = next(done, job);
                check(next.outcome);
                // What this very unit gave.
                @SuppressWarnings("unchecked")
                final T answer = (T) next.outcome.answer();
                taker.take(next.unit, answer);
            }
        } finally {
            job.cancel();
        }
    }

    private SimpleFutureAction<BoxedUnit> submit(
            final List<? extends WorkUnit<?>> units, final BlockingQueue<Done> done) {
        final List<WorkUnit<?>> all = List.copyOf(units);
        final Seq<Object> every = CollectionConverters.<Object>asScala(IntStream.range(0, all.size())
                        .<Object>mapToObj(unit -> unit)
                        .toList())
                .toSeq();
        return context.sc()
                .submitJob(
                        context.parallelize(all, all.size()).rdd(),
                        new UnitTask(),
                        every,
                        new AbstractFunction2<>() {
                            @Override
                            public BoxedUnit apply(final Object unit, final UnitOutcome outcome) {
                                done.add(new Done((Integer) unit, outcome));
                                return BoxedUnit.UNIT;
                            }
                        },
                        new AbstractFunction0<>() {
                            @Override
                            public BoxedUnit apply() {
                                return BoxedUnit.UNIT;
                            }
                        });
    }

    /**
     * The next outcome.
     *
     * @throws Refusal in one line when the job has failed, or nobody has come to do it
     */
    private Done next(final BlockingQueue<Done> done, final SimpleFutureAction<BoxedUnit> job) {
        final long began = System.nanoTime();
        try {
            while (true) {
                final boolean ended = job.isCompleted();
                final Done next = done.poll(LOOK_MS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    return next;
                }
                if (ends) {
                    throw new Refusal(ON + master + ": told to end; " + KEPT);
                }
                if (context.sc().isStopped()) {
                    throw new Refusal(ON + master
                            + ": Spark ended the application: its executors do not start, or its master is gone; their logs are"
                            + " in the folder work of SPARK_HOME there; " + KEPT);
                }
                if (System.nanoTime() - began > PATIENCE_NS && executors() == 0) {
                    throw new Refusal(ON + master + ": no executor has come for a minute: expected workers with "
                            + context.getConf().get("spark.executor.memory", "1g")
                            + " of free memory (spark.executor.memory) and a free core");
                }
                if (ended) {
                    throw new Refusal(ON + master + ": the work failed there: " + why(job) + "; " + KEPT);
                }
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while executors worked", e);
        }
    }

    /** Processes that are there for the work; the driver counts itself among them. */
    private int executors() {
        return context.statusTracker().getExecutorInfos().length - 1;
    }

    private static String why(final SimpleFutureAction<BoxedUnit> job) {
        final Throwable failure = job.value().get().failed().get();
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private void check(final UnitOutcome outcome) {
        if (!outcome.facts().equals(here)) {
            throw new Refusal(
                    "--on %s: an executor on %s is %s and this process %s: expected the same, or the figures would not be"
                            .formatted(master, outcome.host(), outcome.facts(), here));
        }
        if (outcome.refusal() != null) {
            throw new Refusal(outcome.refusal());
        }
    }

    /** The process ends, by a signal: Spark ends its application at once. */
    private void end() {
        ends = true;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (final IllegalStateException e) {
            // The process ends already.
            ends = true;
        }
        context.close();
    }
}
