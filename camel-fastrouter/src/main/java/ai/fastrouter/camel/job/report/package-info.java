/** What routes and listeners are told of jobs: messages, exceptions, events. */
package ai.fastrouter.camel.job.report;
