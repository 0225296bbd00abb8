/** What happens to calls, told to those who count, measure, trace or log them. */
package ai.fastrouter.camel.exchange.observe;
