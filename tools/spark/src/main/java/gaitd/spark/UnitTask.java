package gaitd.spark;

import gaitd.lab.work.WorkUnit;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/**
 * The task of an executor: one unit. A refusal is an outcome, since trying again would not help; any other failure is Spark's, which
 * has the unit done again elsewhere.
 */
final class UnitTask extends AbstractFunction1<Iterator<WorkUnit<?>>, UnitOutcome> implements Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public UnitOutcome apply(final Iterator<WorkUnit<?>> units) {
        final WorkUnit<?> unit = units.next();
        try {
            return new UnitOutcome(unit.answer(), null, ExecutorFacts.here(), host());
        } catch (final Refusal | ConfigException e) {
            return new UnitOutcome(null, e.getMessage(), ExecutorFacts.here(), host());
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (final UnknownHostException e) {
            return "a host without a name";
        }
    }
}
