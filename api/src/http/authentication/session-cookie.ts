import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The cookie that holds the session's token: not readable by scripts, not sent by other sites' forms, bound to this host
 * where the address is https (`__Host-`, RFC 6265bis, section 4.1.3.2).
 */
export class SessionCookie {
  readonly name: string;
  private readonly attributes;

  constructor(publicUrl: string) {
    const secure = publicUrl.startsWith('https:');
    this.name = secure ? '__Host-wayleave' : 'wayleave';
    this.attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.name];
  }

  write(reply: FastifyReply, token: string, expires: Date): void {
    void reply.setCookie(this.name, token, { ...this.attributes, expires });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.attributes);
  }
}
