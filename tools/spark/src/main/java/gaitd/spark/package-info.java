/** Units of work done by Apache Spark's executors, in other processes and on other machines. */
package gaitd.spark;
